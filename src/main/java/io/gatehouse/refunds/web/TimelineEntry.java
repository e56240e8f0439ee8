package io.gatehouse.refunds.web;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a refund, or will.
 *
 * @param look its class: {@code is-ok}, {@code is-bad}, {@code is-next}, {@code is-later}
 * @param key of its text in the bundles
 */
record TimelineEntry(
        String look,
        String key,
        @Nullable Instant at,
        @Nullable String by,
        @Nullable String note) {}

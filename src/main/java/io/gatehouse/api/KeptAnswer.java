package io.gatehouse.api;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A call with an idempotency key, and what it was answered.
 *
 * @param status null while the call runs, and for ever if it was cut off
 */
record KeptAnswer(
        String requestHash,
        Instant startedAt,
        @Nullable Integer status,
        @Nullable String contentType,
        @Nullable String location,
        @Nullable String etag,
        byte @Nullable [] body) {}

package io.gatehouse.catalogue;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.Username;

/**
 * What was decided of an item before.
 *
 * @param by null if nobody decided, because the game was exempt
 */
public record EarlierDecision(
        String code,
        String request,
        int version,
        boolean released,
        boolean exempt,
        @Nullable Username by,
        @Nullable Instant at,
        @Nullable String note) {}

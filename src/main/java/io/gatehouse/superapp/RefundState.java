package io.gatehouse.superapp;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What the superapp says of a refund.
 *
 * @param channelNo the superapp's own number of it
 * @param reason why it failed or why nobody knows; empty otherwise
 */
public record RefundState(
        Progress progress,
        @Nullable String channelNo,
        @Nullable Instant finishedAt,
        String reason) {

    /**
     * {@code FAILED}: refused for good. {@code ABSENT}: the superapp knows no such refund. {@code UNKNOWN}: no answer to
     * rely on; ask again.
     */
    public enum Progress {
        PROCESSING,
        PAID,
        FAILED,
        ABSENT,
        UNKNOWN
    }
}

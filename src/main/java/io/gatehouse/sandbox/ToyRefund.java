package io.gatehouse.sandbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Money the toy superapp gives back because Gatehouse asked it to.
 *
 * @param channelNo the superapp's own number of it
 * @param state {@code PROCESSING} or {@code SUCCESS}
 */
record ToyRefund(
        String refundNo,
        String channelNo,
        String orderNo,
        long amount,
        String currency,
        String state,
        Instant askedAt,
        @Nullable Instant finishedAt,
        String told,
        int tellings,
        @Nullable String answer) {

    /** A player's wish for money back, which the superapp hands on to Gatehouse. */
    record Wish(
            String wishNo,
            String orderNo,
            long amount,
            String reason,
            Instant askedAt,
            String told,
            int tellings,
            @Nullable String answer) {}
}

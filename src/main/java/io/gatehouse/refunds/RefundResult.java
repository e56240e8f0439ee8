package io.gatehouse.refunds;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What the payment channel reports of a refund.
 *
 * @param amount in minor units, as the channel paid it
 * @param channelNo the channel's own number of the refund
 * @param reason why it was not paid, if it was not
 */
public record RefundResult(
        String refundNo,
        boolean paid,
        long amount,
        @Nullable String channelNo,
        @Nullable String reason,
        Instant finishedAt) {}

package io.gatehouse.superapp;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.Money;

/**
 * What the superapp says of a payment.
 *
 * @param transactionId the channel's number, once it is paid
 * @param amount what was paid, once it is paid
 */
public record PaymentState(
        Trade trade,
        @Nullable String transactionId,
        @Nullable Money amount,
        @Nullable Instant paidAt,
        String reason) {

    /** {@code ABSENT}: the superapp knows no such payment. {@code UNKNOWN}: it gave no answer to rely on; ask again. */
    public enum Trade {
        WAITING,
        PAID,
        CLOSED,
        ABSENT,
        UNKNOWN
    }
}

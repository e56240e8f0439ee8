package io.gatehouse.sandbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A payment at the toy superapp's cashier.
 *
 * @param amount what is to be paid in all, in minor units
 * @param state {@code WAIT_PAY}, {@code SUCCESS} or {@code CLOSED}
 * @param told whether Gatehouse accepted the payment callback: {@code NO}, {@code YES} or {@code REFUSED}
 * @param answer what Gatehouse answered to the last callback
 */
record ToyPayment(
        String payId,
        String orderNo,
        String appId,
        String merchantId,
        String openId,
        String outTradeNo,
        String item,
        long amount,
        String currency,
        String attach,
        String state,
        Instant openedAt,
        @Nullable String transactionId,
        @Nullable Instant paidAt,
        String told,
        int tellings,
        @Nullable String answer) {

    public boolean isPaid() {
        return transactionId != null;
    }
}

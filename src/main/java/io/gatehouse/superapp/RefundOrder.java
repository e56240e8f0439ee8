package io.gatehouse.superapp;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Money;

/**
 * Money to be paid back.
 *
 * @param refundNo our number, under which it is paid at most once
 * @param transactionId the channel's number of the payment, if we know it
 * @param merchantId who pays it back; null leaves it to the superapp, which knows whom it paid
 */
public record RefundOrder(
        AppId game,
        String refundNo,
        String orderNo,
        @Nullable String transactionId,
        @Nullable String merchantId,
        Money amount,
        String reason) {}

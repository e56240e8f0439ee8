package io.gatehouse.orders;

import java.time.Instant;

import io.gatehouse.core.AppId;

/** A payment has been recorded, now or by an earlier report of the same payment: the answer is the same. */
public record PaymentAccepted(String orderNo, AppId game, String transactionId, Instant paidAt) {}

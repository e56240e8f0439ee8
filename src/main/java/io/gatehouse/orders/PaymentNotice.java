package io.gatehouse.orders;

import java.time.Instant;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Money;

/**
 * The superapp reports that a player has paid.
 *
 * @param outTradeNo the game's order number, which with the game names the order
 * @param transactionId the channel's number of the payment
 * @param payModel the way of payment, as the channel names it
 */
public record PaymentNotice(
        AppId game, String outTradeNo, String transactionId, Money amount, String payModel, Instant paidAt) {}

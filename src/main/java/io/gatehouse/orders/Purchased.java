package io.gatehouse.orders;

import io.gatehouse.core.Money;

/**
 * The superapp's cashier is open for the player.
 *
 * @param payId the superapp's number of the open payment
 */
public record Purchased(String orderNo, String outTradeNo, String payId, Money amount) implements PurchaseAnswer {}

package io.gatehouse.orders;

/** How much of an order's money is on its way back or back with the player. */
public enum RefundProgress {
    NONE,
    REFUNDING,
    PARTIALLY_REFUNDED,
    REFUNDED,
    REFUND_FAILED
}

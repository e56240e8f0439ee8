package io.gatehouse.delivery;

/** What a notification tells the game. */
public enum Kind {
    DELIVERY,
    REFUND
}

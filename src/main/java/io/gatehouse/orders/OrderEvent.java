package io.gatehouse.orders;

/** What can happen to an order, apart from refunds. */
enum OrderEvent {
    /** The superapp has opened the payment. */
    OPENED,
    PAID,
    /** Nobody paid in time. */
    CLOSED,
    /** The first automatic attempt has failed, and others follow. */
    TRIED,
    /** Somebody has the notification sent again. */
    SENT,
    /** The game's server has taken the notification. */
    ACKNOWLEDGED,
    /** The last automatic attempt has failed. */
    GIVEN_UP,
    /** The game says that the player has the item, without a notification. */
    CONFIRMED
}

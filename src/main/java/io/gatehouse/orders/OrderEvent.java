package io.gatehouse.orders;

/** What can happen to an order, apart from refunds. */
enum OrderEvent {
    /** The superapp has opened the payment. */
    OPENED,
    PAID,
    /** Nobody paid in time. */
    CLOSED,
    /** A notification is on its way to the game's server, for the first time or again. */
    SENT,
    /** The game's server has taken the notification. */
    ACKNOWLEDGED,
    /** The last automatic attempt has failed. */
    GIVEN_UP,
    /** The game says that the player has the item, without a notification. */
    CONFIRMED
}

package io.gatehouse.orders.web;

import org.jspecify.annotations.Nullable;

/**
 * What happens next with an order, in words.
 *
 * @param resendable whether sending the notification now makes sense
 * @param confirmable whether people may say that the player has the item
 */
record Next(String what, @Nullable String more, boolean resendable, boolean confirmable) {}

package io.gatehouse.orders;

import org.jspecify.annotations.Nullable;

/**
 * What somebody typed to find orders; empty fields do not restrict.
 *
 * @param from the first day of payment, as {@code yyyy-MM-dd}
 * @param to the last day of payment
 * @param number our order number, the game's or the channel's, exactly
 * @param player an openId
 * @param item an item's id or name
 * @param state an {@link OrderState}
 */
public record OrderSearch(
        @Nullable String from,
        @Nullable String to,
        @Nullable String number,
        @Nullable String player,
        @Nullable String item,
        @Nullable String state) {

    public static final OrderSearch NOTHING = new OrderSearch(null, null, null, null, null, null);
}

package io.gatehouse.orders;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.Money;

/**
 * What a game has sold in some days, live orders only.
 *
 * @param days those with orders, in order; a day has a line for each currency it was paid in
 * @param states how many of these orders are in which state now
 */
public record OrderFigures(List<Day> days, Map<OrderState, Long> states) {

    /**
     * A day in the console's zone.
     *
     * @param refunded what was given back of this day's payments, whenever
     * @param delivered how many are delivered
     * @param failed for how many delivery was given up
     * @param delivery the time from payment to delivery that half of them took at most; null if none is delivered
     */
    public record Day(
            LocalDate day,
            long orders,
            long players,
            Money paid,
            Money refunded,
            long delivered,
            long failed,
            @Nullable Duration delivery) {}
}

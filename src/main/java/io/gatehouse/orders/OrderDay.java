package io.gatehouse.orders;

import java.time.Duration;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.Money;

/**
 * What a game has sold on a day in the console's zone, in one currency; live orders only.
 *
 * @param refunded what was given back of this day's payments, whenever
 * @param delivered how many are delivered
 * @param failed for how many delivery was given up
 * @param delivery the time from payment to delivery that half of them took at most; null if none is delivered
 */
public record OrderDay(
        LocalDate day,
        long orders,
        Money paid,
        Money refunded,
        long delivered,
        long failed,
        @Nullable Duration delivery) {

    /** How many are neither delivered nor given up. */
    public long underWay() {
        return orders - delivered - failed;
    }
}

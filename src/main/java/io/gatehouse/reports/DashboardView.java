package io.gatehouse.reports;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.Money;
import io.gatehouse.orders.OrderDay;

/**
 * What a game sold in some days, and in as many days before.
 *
 * @param currency that of most orders; amounts are in it alone
 * @param mixed whether there were orders in other currencies
 * @param days one for each day of the period, in the currency; days without orders too
 */
public record DashboardView(
        LocalDate from,
        LocalDate to,
        int length,
        Currency currency,
        boolean mixed,
        Figures now,
        Figures before,
        List<OrderDay> days,
        List<OrderDay> daysBefore,
        Waiting waiting) {

    private static final int LATEST = 10;

    /**
     * The sums of a period.
     *
     * @param delivery the median of the days' medians, weighted by their orders
     */
    public record Figures(
            Money paid,
            long orders,
            long delivered,
            long failed,
            Money refunded,
            @Nullable Duration delivery) {

        /** Delivered orders of all, in per cent; null without orders. */
        public @Nullable Double deliveredShare() {
            return orders == 0 ? null : 100.0 * delivered / orders;
        }

        /** Money given back of all that was paid, in per cent; null without payments. */
        public @Nullable Double refundedShare() {
            return paid.minor() == 0 ? null : 100.0 * refunded.minor() / paid.minor();
        }
    }

    /** What waits for people. */
    public record Waiting(long held, long undelivered, long hearings, long reviews) {

        public boolean isNothing() {
            return held + undelivered + hearings + reviews == 0;
        }
    }

    /** The latest ten days with orders, newest first. */
    public List<OrderDay> latest() {
        var sold = days.stream().filter(it -> it.orders() > 0).toList();
        return IntStream.range(0, Math.min(LATEST, sold.size()))
                .mapToObj(it -> sold.get(sold.size() - 1 - it))
                .toList();
    }

    public boolean isEmpty() {
        return now.orders() == 0 && before.orders() == 0;
    }
}

package io.gatehouse.reports;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Money;
import io.gatehouse.delivery.NotificationSwitch;
import io.gatehouse.orders.OrderDay;
import io.gatehouse.orders.Orders;
import io.gatehouse.refunds.RefundFilter;
import io.gatehouse.refunds.RefundStatus;
import io.gatehouse.refunds.Refunds;
import io.gatehouse.reports.DashboardView.Figures;
import io.gatehouse.reports.DashboardView.Waiting;

/** The figures of a game. */
@Service
public class Dashboards {

    private static final int MOST_COUNTED = 1000;
    private static final String NO_ORDERS_YET = "USD";

    private final Orders orders;
    private final Refunds refunds;
    private final NotificationSwitch notifications;
    private final Clock clock;
    private final ZoneId zone;

    Dashboards(
            Orders orders,
            Refunds refunds,
            NotificationSwitch notifications,
            Clock clock,
            @Value("${gatehouse.console.zone}") ZoneId zone) {
        this.orders = orders;
        this.refunds = refunds;
        this.notifications = notifications;
        this.clock = clock;
        this.zone = zone;
    }

    /** The last days up to today, against as many before. */
    public DashboardView of(AppId game, int length) {
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var from = today.minusDays(length - 1L);
        var now = orders.days(game, from, today);
        var before = orders.days(game, from.minusDays(length), from.minusDays(1));
        var currency = currency(Stream.concat(now.stream(), before.stream()).toList());
        return new DashboardView(
                from,
                today,
                length,
                currency,
                now.stream().anyMatch(it -> !it.paid().currency().equals(currency)),
                figures(now, currency),
                figures(before, currency),
                filled(now, currency, from, length),
                filled(before, currency, from.minusDays(length), length),
                waiting(game, now, today));
    }

    private Waiting waiting(AppId game, List<OrderDay> now, LocalDate today) {
        return new Waiting(
                notifications.isOn(game) ? 0 : sum(now, OrderDay::underWay),
                sum(now, OrderDay::failed),
                waiting(game, RefundStatus.HEARING, today),
                waiting(game, RefundStatus.IN_REVIEW, today));
    }

    private long waiting(AppId game, RefundStatus status, LocalDate today) {
        return refunds.count(game, new RefundFilter(today.minusMonths(12), today, null, status), MOST_COUNTED);
    }

    private static Currency currency(List<OrderDay> days) {
        var counted = days.stream()
                .collect(Collectors.groupingBy(it -> it.paid().currency(), Collectors.summingLong(OrderDay::orders)));
        return counted.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseGet(() -> Currency.getInstance(NO_ORDERS_YET));
    }

    private static Figures figures(List<OrderDay> days, Currency currency) {
        var own = days.stream()
                .filter(it -> it.paid().currency().equals(currency))
                .toList();
        return new Figures(
                new Money(sum(own, it -> it.paid().minor()), currency),
                sum(days, OrderDay::orders),
                sum(days, OrderDay::delivered),
                sum(days, OrderDay::failed),
                new Money(sum(own, it -> it.refunded().minor()), currency),
                median(days));
    }

    private static long sum(List<OrderDay> days, ToLongFunction<OrderDay> figure) {
        return days.stream().mapToLong(figure).sum();
    }

    /** Half of the delivered orders lie on days with at most this median. */
    private static @Nullable Duration median(List<OrderDay> days) {
        var half = (sum(days, OrderDay::delivered) + 1) / 2;
        var passed = 0L;
        for (var day : days.stream()
                .filter(it -> it.delivery() != null)
                .sorted(Comparator.comparing(OrderDay::delivery))
                .toList()) {
            passed += day.delivered();
            if (passed >= half) {
                return day.delivery();
            }
        }
        return null;
    }

    private static List<OrderDay> filled(List<OrderDay> days, Currency currency, LocalDate from, int length) {
        var nothing = new Money(0, currency);
        return Stream.iterate(from, it -> it.plusDays(1))
                .limit(length)
                .map(date -> days.stream()
                        .filter(it ->
                                it.day().equals(date) && it.paid().currency().equals(currency))
                        .findFirst()
                        .orElseGet(() -> new OrderDay(date, 0, nothing, nothing, 0, 0, null)))
                .toList();
    }
}

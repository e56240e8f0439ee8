package io.gatehouse.reports;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.gatehouse.charts.Chart;
import io.gatehouse.charts.ChartMaker;
import io.gatehouse.orders.OrderDay;

/** Draws the charts of a dashboard. */
@Component
public class DashboardCharts {

    private final MessageSource messages;

    DashboardCharts(MessageSource messages) {
        this.messages = messages;
    }

    /** Paid amount a day, and the days before as a dashed line. */
    public Chart paid(DashboardView view, Locale locale) {
        var values = view.days().stream()
                .map(it -> new ChartMaker.Value(day(it, locale), major(it), day(it, locale) + ": " + it.paid()))
                .toList();
        var before = view.before().orders() == 0
                ? List.<@Nullable Double>of()
                : view.daysBefore().stream()
                        .<@Nullable Double>map(DashboardCharts::major)
                        .toList();
        return ChartMaker.bars(values, before, it -> compact(it, locale));
    }

    /** The median time from payment to delivery, a day a point. */
    public Chart delivery(DashboardView view, Locale locale) {
        var values = view.days().stream()
                .map(it -> new ChartMaker.Value(day(it, locale), seconds(it.delivery()), day(it, locale)))
                .toList();
        return ChartMaker.line(values, it -> messages.getMessage("dashboard.seconds", args(it, locale), locale));
    }

    /** Whether all of a day's orders are delivered, a day a bar. */
    public Chart states(DashboardView view, Locale locale) {
        var bars = new ArrayList<Chart.Bar>();
        var days = new ArrayList<ChartMaker.Value>();
        for (var day : view.days()) {
            var title = "%s: %d / %d".formatted(day(day, locale), day.delivered(), day.orders());
            bars.add(new Chart.Bar(0, 0, 0, 0, look(day), title));
            days.add(new ChartMaker.Value(day(day, locale), null, title));
        }
        return ChartMaker.strip(bars, days);
    }

    private static String look(OrderDay day) {
        if (day.orders() == 0) {
            return "is-idle";
        }
        if (day.failed() > 0) {
            return "is-bad";
        }
        return day.delivered() < day.orders() ? "is-warn" : "is-ok";
    }

    private static double major(OrderDay day) {
        return Double.parseDouble(day.paid().major());
    }

    private static @Nullable Double seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis() / 1000.0;
    }

    private String day(OrderDay day, Locale locale) {
        return DateTimeFormatter.ofPattern(messages.getMessage("time.date", new Object[0], locale), locale)
                .format(day.day());
    }

    private static String compact(double amount, Locale locale) {
        var format = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(1);
        return format.format(amount);
    }

    private static Object[] args(double seconds, Locale locale) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(2);
        return new Object[] {format.format(seconds)};
    }
}

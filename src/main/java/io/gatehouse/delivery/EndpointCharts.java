package io.gatehouse.delivery;

import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.gatehouse.charts.Chart;
import io.gatehouse.charts.ChartMaker;

/** Draws how an endpoint did. */
@Component
public class EndpointCharts {

    private static final int HOURS_OF_A_DAY = 24;
    private static final int SECOND = 1000;

    private final MessageSource messages;
    private final ZoneId zone;

    EndpointCharts(MessageSource messages, @Value("${gatehouse.console.zone}") ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    /** Whether everything was acknowledged, an hour a bar. */
    public Chart success(EndpointHistory history, Locale locale) {
        var bars = new ArrayList<Chart.Bar>();
        var times = new ArrayList<ChartMaker.Value>();
        for (var hour : history.hours()) {
            var title = messages.getMessage(
                    "delivery.chart.hour",
                    new Object[] {time("time.minute", hour, locale), hour.acknowledged(), hour.attempts()},
                    locale);
            bars.add(new Chart.Bar(0, 0, 0, 0, look(hour), title));
            times.add(new ChartMaker.Value(label(history, hour, locale), null, title));
        }
        return ChartMaker.strip(bars, times);
    }

    /** p50, p95 and p99 of the answer times. */
    public Chart latency(EndpointHistory history, Locale locale) {
        return ChartMaker.magnitudes(
                List.of(
                        values(history, EndpointHour::p50, locale),
                        values(history, EndpointHour::p95, locale),
                        values(history, EndpointHour::p99, locale)),
                it -> duration(it, locale));
    }

    private List<ChartMaker.Value> values(EndpointHistory history, ToIntFunction<EndpointHour> millis, Locale locale) {
        return history.hours().stream()
                .map(it -> new ChartMaker.Value(
                        label(history, it, locale), it.isEmpty() ? null : (double) millis.applyAsInt(it), ""))
                .toList();
    }

    private static String look(EndpointHour hour) {
        if (hour.isEmpty()) {
            return "is-idle";
        }
        if (hour.acknowledged() == hour.attempts()) {
            return "is-ok";
        }
        return hour.acknowledged() == 0 ? "is-bad" : "is-warn";
    }

    private String label(EndpointHistory history, EndpointHour hour, Locale locale) {
        return time(history.hours().size() > HOURS_OF_A_DAY ? "time.date" : "delivery.chart.time", hour, locale);
    }

    private String time(String pattern, EndpointHour hour, Locale locale) {
        return DateTimeFormatter.ofPattern(messages.getMessage(pattern, new Object[0], locale), locale)
                .format(hour.at().atZone(zone));
    }

    private String duration(double millis, Locale locale) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(millis < 2 ? 1 : millis < SECOND ? 0 : 2);
        return millis < SECOND
                ? messages.getMessage("delivery.chart.ms", new Object[] {format.format(millis)}, locale)
                : messages.getMessage("delivery.chart.s", new Object[] {format.format(millis / SECOND)}, locale);
    }
}

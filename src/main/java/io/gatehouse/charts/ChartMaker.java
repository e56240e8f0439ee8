package io.gatehouse.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

import org.jspecify.annotations.Nullable;

/** Works out where bars, lines and scales of a chart stand. */
public class ChartMaker {

    private static final int WIDE = 760;
    private static final int NARROW = 470;
    private static final int HEIGHT = 236;
    private static final int LEFT = 52;
    private static final int BASE = 210;
    private static final int TOP = 10;
    private static final int STEPS = 3;
    private static final int LABELS = 7;
    private static final List<String> LOOKS = List.of("is-first", "is-second", "is-third");
    private static final double ROOM_FOR_A_LABEL = 70;

    private ChartMaker() {}

    /**
     * A value over time.
     *
     * @param time what stands beneath it
     * @param height null where there is none
     */
    public record Value(String time, @Nullable Double height, String title) {}

    /** Bars over a scale, with the values of the days before as a dashed line. */
    public static Chart bars(List<Value> days, List<@Nullable Double> before, DoubleFunction<String> scale) {
        var top = top(days, before);
        var bars = new ArrayList<Chart.Bar>();
        var step = step(WIDE, days.size());
        for (int i = 0; i < days.size(); i++) {
            var amount = days.get(i).height();
            if (amount != null && amount > 0) {
                var height = amount / top * (BASE - TOP);
                bars.add(new Chart.Bar(
                        round(LEFT + step * i + step * 0.18),
                        round(BASE - height),
                        round(step * 0.64),
                        round(height),
                        "is-bar",
                        days.get(i).title()));
            }
        }
        return new Chart(
                WIDE, HEIGHT, ticks(top, scale), bars, labels(days, step), lines(path(before, top, step), "is-dashed"));
    }

    /** A line over a scale; times without a value are left out of it. */
    public static Chart line(List<Value> times, DoubleFunction<String> scale) {
        return lines(NARROW, List.of(times), scale);
    }

    /** Up to three lines of the same times over one scale. */
    public static Chart lines(List<List<Value>> series, DoubleFunction<String> scale) {
        return lines(WIDE, series, scale);
    }

    private static Chart lines(int width, List<List<Value>> series, DoubleFunction<String> scale) {
        var times = series.get(0);
        var top = top(series.stream().flatMap(List::stream).toList(), List.of());
        var step = step(width, times.size());
        var lines = new ArrayList<Chart.Line>();
        for (int i = 0; i < series.size(); i++) {
            var amounts = series.get(i).stream().map(Value::height).toList();
            lines.addAll(lines(path(amounts, top, step), LOOKS.get(i)));
        }
        return new Chart(width, HEIGHT, ticks(top, scale), List.of(), labels(times, step), lines);
    }

    private static List<Chart.Line> lines(String path, String look) {
        return path.isEmpty() ? List.of() : List.of(new Chart.Line(path, look));
    }

    /** A strip of equal bars that differ in their look alone. */
    public static Chart strip(List<Chart.Bar> looks, List<Value> days) {
        var width = 1160.0;
        var step = width / Math.max(1, looks.size());
        var bars = new ArrayList<Chart.Bar>();
        for (int i = 0; i < looks.size(); i++) {
            var look = looks.get(i);
            bars.add(new Chart.Bar(round(step * i), 2, round(step - 3), 34, look.look(), look.title()));
        }
        var labels = new ArrayList<Chart.Label>();
        var every = Math.max(1, days.size() / LABELS);
        for (int i = 0; i < days.size(); i += every) {
            labels.add(new Chart.Label(round(step * i), days.get(i).time()));
        }
        return new Chart(1160, 58, List.of(), bars, labels, List.of());
    }

    private static double step(int width, int days) {
        return (width - LEFT) / (double) Math.max(1, days);
    }

    /** A round number at or above the highest value. */
    private static double top(List<Value> days, List<@Nullable Double> before) {
        var highest = Math.max(highest(days.stream().map(Value::height).toList()), highest(before));
        if (highest <= 0) {
            return 1;
        }
        var unit = Math.pow(10, Math.floor(Math.log10(highest)));
        for (var factor : new double[] {1.5, 3, 6, 9}) {
            if (highest <= factor * unit) {
                return factor * unit;
            }
        }
        return 15 * unit;
    }

    private static double highest(List<@Nullable Double> amounts) {
        var highest = 0.0;
        for (var amount : amounts) {
            highest = amount == null ? highest : Math.max(highest, amount);
        }
        return highest;
    }

    private static List<Chart.Tick> ticks(double top, DoubleFunction<String> scale) {
        var ticks = new ArrayList<Chart.Tick>();
        for (int i = 0; i <= STEPS; i++) {
            var y = BASE - (BASE - TOP) * i / (double) STEPS;
            ticks.add(new Chart.Tick(round(y), scale.apply(top * i / STEPS)));
        }
        return ticks;
    }

    private static List<Chart.Label> labels(List<Value> days, double step) {
        var every = Math.max(1, (int) Math.ceil(ROOM_FOR_A_LABEL / step));
        var labels = new ArrayList<Chart.Label>();
        for (int i = 0; i < days.size(); i += every) {
            labels.add(
                    new Chart.Label(round(LEFT + step * (i + 0.5)), days.get(i).time()));
        }
        return labels;
    }

    private static String path(List<@Nullable Double> amounts, double top, double step) {
        var path = new StringBuilder();
        var pen = "M";
        for (int i = 0; i < amounts.size(); i++) {
            var amount = amounts.get(i);
            if (amount != null) {
                var y = BASE - amount / top * (BASE - TOP);
                path.append(String.format(Locale.ROOT, "%s%.1f %.1f", pen, LEFT + step * (i + 0.5), y));
                pen = "L";
            }
        }
        // one day alone is a dot: a line of no length with round ends
        return path.isEmpty() || path.indexOf("L") > 0 ? path.toString() : path + "h0";
    }

    private static double round(double number) {
        return Math.round(number * 10) / 10.0;
    }
}

package io.gatehouse.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Works out where bars, lines and scales of a chart stand. */
public class ChartMaker {

    private static final int WIDE = 760;
    private static final int NARROW = 470;
    private static final int WHOLE = 924;
    private static final int HEIGHT = 236;
    private static final int LEFT = 52;
    static final int BASE = 210;
    static final int TOP = 10;
    private static final int STEPS = 3;
    private static final List<String> LOOKS = List.of("is-first", "is-second", "is-third");
    private static final double ROOM_FOR_A_LABEL = 70;

    /** A line of no length has round ends: one time alone is a dot. */
    private static final String DOT = "h0";

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
                WIDE, HEIGHT, ticks(top, scale), bars, labels(days, step), lines(before, top, step, "is-dashed"));
    }

    /** A line over a scale; times without a value are left out of it. */
    public static Chart line(List<Value> times, DoubleFunction<String> scale) {
        var top = top(times, List.of());
        var step = step(NARROW, times.size());
        var line = lines(times.stream().map(Value::height).toList(), top, step, "is-first");
        return new Chart(NARROW, HEIGHT, ticks(top, scale), List.of(), labels(times, step), line);
    }

    /**
     * Up to three lines of the same times over a scale of powers of ten, on which what is usual stays readable beside
     * what took a hundred times as long. A line ends where there is no value.
     *
     * @param series heights of at least 1
     */
    public static Chart magnitudes(List<List<Value>> series, DoubleFunction<String> scale) {
        var times = series.get(0);
        var decades = Decades.of(series.stream().flatMap(List::stream));
        var step = step(WHOLE, times.size());
        var lines = new ArrayList<Chart.Line>();
        for (int i = 0; i < series.size(); i++) {
            var amounts = series.get(i).stream().map(Value::height).toList();
            lines.addAll(lines(amounts, step, decades::y, true, LOOKS.get(i)));
        }
        return new Chart(WHOLE, HEIGHT, decades.ticks(scale), List.of(), labels(times, step), lines);
    }

    /** A strip of equal bars that differ in their look alone. */
    public static Chart strip(List<Chart.Bar> looks, List<Value> times) {
        var step = WHOLE / (double) Math.max(1, looks.size());
        var gap = Math.min(3, step * 0.25);
        var bars = new ArrayList<Chart.Bar>();
        for (int i = 0; i < looks.size(); i++) {
            var look = looks.get(i);
            bars.add(new Chart.Bar(round(step * i), 2, round(step - gap), 34, look.look(), look.title()));
        }
        var labels = named(times, step).stream()
                .map(it -> new Chart.Label(round(step * it), times.get(it).time()))
                .toList();
        return new Chart(WHOLE, 58, List.of(), bars, labels, List.of());
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

    private static List<Chart.Label> labels(List<Value> times, double step) {
        return named(times, step).stream()
                .map(it -> new Chart.Label(
                        round(LEFT + step * (it + 0.5)), times.get(it).time()))
                .toList();
    }

    /** Which times are named: as many as there is room for, and of those with one name the first, when it is whole. */
    private static List<Integer> named(List<Value> times, double step) {
        var every = Math.max(1, (int) Math.ceil(ROOM_FOR_A_LABEL / step));
        var named = new ArrayList<Integer>();
        for (int i = 0; i < times.size(); i++) {
            var begins = i > 0 && !times.get(i).time().equals(times.get(i - 1).time());
            var first = i == 0
                    && (times.size() < 2
                            || !times.get(0).time().equals(times.get(1).time()));
            if (first || begins && (named.isEmpty() || i - named.get(named.size() - 1) >= every)) {
                named.add(i);
            }
        }
        return named;
    }

    private static List<Chart.Line> lines(List<@Nullable Double> amounts, double top, double step, String look) {
        return lines(amounts, step, it -> BASE - it / top * (BASE - TOP), false, look);
    }

    /**
     * A line, and dots for the values that have no neighbour to draw a line to.
     *
     * @param gaps whether the line is lifted where there is no value
     */
    private static List<Chart.Line> lines(
            List<@Nullable Double> amounts, double step, DoubleUnaryOperator y, boolean gaps, String look) {
        var line = new StringBuilder();
        var dots = new StringBuilder();
        var stretch = new ArrayList<String>();
        for (int i = 0; i <= amounts.size(); i++) {
            var amount = i < amounts.size() ? amounts.get(i) : null;
            if (amount != null) {
                stretch.add(String.format(Locale.ROOT, "%.1f %.1f", LEFT + step * (i + 0.5), y.applyAsDouble(amount)));
            } else if (gaps || i == amounts.size()) {
                (stretch.size() == 1 ? dots : line).append(path(stretch));
                stretch.clear();
            }
        }
        return Stream.of(new Chart.Line(line.toString(), look), new Chart.Line(dots.toString(), look + " is-dot"))
                .filter(it -> !it.path().isEmpty())
                .toList();
    }

    private static String path(List<String> points) {
        return points.isEmpty() ? "" : "M" + String.join("L", points) + (points.size() == 1 ? DOT : "");
    }

    static double round(double number) {
        return Math.round(number * 10) / 10.0;
    }
}

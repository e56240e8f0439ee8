package io.gatehouse.charts;

import java.util.List;

/**
 * A chart as it is drawn, in the units of its view box; every length is worked out here so that the page needs no
 * script and no inline style.
 */
public record Chart(int width, int height, List<Tick> scale, List<Bar> bars, List<Label> labels, List<Line> lines) {

    /** A line of the scale. */
    public record Tick(double y, String label) {}

    /** One bar. @param look {@code is-bar}, {@code is-ok}, {@code is-warn}, {@code is-bad}, {@code is-idle} */
    public record Bar(double x, double y, double width, double height, String look, String title) {}

    /**
     * A line.
     *
     * @param path its points, as an SVG path
     * @param look {@code is-first}, {@code is-second}, {@code is-third} or {@code is-dashed}, for points that stand
     *     alone with {@code is-dot}
     */
    public record Line(String path, String look) {}

    /** What stands beneath. */
    public record Label(double x, String text) {}
}

package io.gatehouse.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.gatehouse.charts.ChartMaker.Value;

import static org.assertj.core.api.Assertions.assertThat;

/** A chart … */
class ChartMakerTests {

    private static List<Value> heights(@Nullable Double... heights) {
        var values = new ArrayList<Value>();
        Arrays.stream(heights).forEach(it -> values.add(new Value("t" + values.size(), it, "")));
        return values;
    }

    private static String scale(double height) {
        return String.valueOf((long) height);
    }

    @Test
    void ofMagnitudesGivesEachPowerOfTenTheSameRoom() {

        var chart = ChartMaker.magnitudes(List.of(heights(20.0, 5000.0)), ChartMakerTests::scale);

        assertThat(chart.scale()).extracting(Chart.Tick::label).containsExactly("10", "100", "1000", "10000");
        var gaps = IntStream.range(1, 4)
                .mapToObj(it -> Math.round(
                        chart.scale().get(it - 1).y() - chart.scale().get(it).y()))
                .distinct();
        assertThat(gaps).hasSize(1);
    }

    @Test
    void ofMagnitudesLiftsItsLineWhereThereIsNoValue() {

        var lines = ChartMaker.magnitudes(
                        List.of(heights(10.0, 10.0, null, 10.0, null, 10.0, 10.0)), ChartMakerTests::scale)
                .lines();

        assertThat(lines).extracting(Chart.Line::look).containsExactly("is-first", "is-first is-dot");
        assertThat(lines).extracting(it -> it.path().replaceAll("[\\d. ]+", "")).containsExactly("MLML", "Mh");
    }

    @Test
    void ofOneTimeAloneIsADot() {

        var chart = ChartMaker.line(heights(null, 5.0, null), ChartMakerTests::scale);

        assertThat(chart.lines()).extracting(Chart.Line::look).containsExactly("is-first is-dot");
    }

    @Test
    void ofNothingHasAScaleAndNoLine() {

        var chart = ChartMaker.magnitudes(List.of(heights(null, null)), ChartMakerTests::scale);

        assertThat(chart.lines()).isEmpty();
        assertThat(chart.scale()).hasSize(2);
    }

    @Test
    void ofAWeekByTheHourNamesEachDayOnceAtItsBegin() {
        var hours = IntStream.range(0, 168)
                .mapToObj(it -> new Value("day " + (it + 13) / 24, 1.0, ""))
                .toList();
        var looks =
                hours.stream().map(it -> new Chart.Bar(0, 0, 0, 0, "is-ok", "")).toList();

        assertThat(ChartMaker.magnitudes(List.of(hours), ChartMakerTests::scale).labels())
                .extracting(Chart.Label::text)
                .containsExactly("day 1", "day 2", "day 3", "day 4", "day 5", "day 6", "day 7");
        assertThat(ChartMaker.strip(looks, hours).labels()).hasSize(7);
    }

    @Test
    void ofDaysSkipsNamesThereIsNoRoomFor() {
        var days = IntStream.range(0, 30)
                .mapToObj(it -> new Value("day " + it, 1.0, ""))
                .toList();

        assertThat(ChartMaker.line(days, ChartMakerTests::scale).labels())
                .extracting(Chart.Label::text)
                .containsExactly("day 0", "day 6", "day 12", "day 18", "day 24");
    }
}

package io.gatehouse.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/** The powers of ten between which all values lie. */
record Decades(int lowest, int highest) {

    static Decades of(Stream<ChartMaker.Value> values) {
        var exponents = values.map(ChartMaker.Value::height)
                .filter(it -> it != null)
                .mapToDouble(it -> Math.log10(Math.max(1, it)))
                .summaryStatistics();
        if (exponents.getCount() == 0) {
            return new Decades(0, 1);
        }
        var lowest = (int) Math.floor(exponents.getMin());
        return new Decades(lowest, Math.max(lowest + 1, (int) Math.ceil(exponents.getMax())));
    }

    double y(double height) {
        var share = (Math.log10(Math.max(1, height)) - lowest) / (highest - lowest);
        return ChartMaker.BASE - share * (ChartMaker.BASE - ChartMaker.TOP);
    }

    List<Chart.Tick> ticks(DoubleFunction<String> scale) {
        var ticks = new ArrayList<Chart.Tick>();
        for (int i = lowest; i <= highest; i++) {
            var height = Math.pow(10, i);
            ticks.add(new Chart.Tick(ChartMaker.round(y(height)), scale.apply(height)));
        }
        return ticks;
    }
}

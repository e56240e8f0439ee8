package io.gatehouse.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;

/** The arithmetic of what was measured. */
final class Figures {

    private Figures() {}

    static double median(Collection<Double> values) {
        return percentile(values.stream().mapToDouble(it -> it).toArray(), 0.5);
    }

    /** @param share 0.5 for the median; of an even number the mean of the middle two */
    static double percentile(double[] values, double share) {
        var sorted = Arrays.stream(values).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        if (share == 0.5 && sorted.length % 2 == 0) {
            return (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
        }
        return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    }

    /** Milliseconds between two series of moments in microseconds. */
    static double[] millis(long[] from, long[] to) {
        return IntStream.range(0, from.length)
                .mapToDouble(it -> (to[it] - from[it]) / 1000.0)
                .toArray();
    }
}

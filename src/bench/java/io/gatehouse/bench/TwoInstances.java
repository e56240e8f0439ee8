package io.gatehouse.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Two instances on one database. */
final class TwoInstances {

    private static final int ANSWER_MILLIS = 2;

    /** More than elsewhere: half of those do not keep an instance busy. */
    private static final int CONNECTIONS = 48;

    private final Surroundings surroundings;
    private final WholePath wholePath;
    private final Report report;

    TwoInstances(Surroundings surroundings, WholePath wholePath, Report report) {
        this.surroundings = surroundings;
        this.wholePath = wholePath;
        this.report = report;
    }

    /**
     * In turns each instance alone, and both: one alone is the mean of the two, as both share the orders and the second
     * has compiled less of itself, though it is given beforehand what the first has been given. First with a processor
     * of its own for each, as if a machine came with it; then with all of them for both, where the second brings none.
     */
    void measure(Gatehouse ours, int rounds, int count, Duration warmup) throws IOException {
        answer(ANSWER_MILLIS);
        ours.startInstance();
        var second = ours.ports()[1];
        wholePath.warmUp(ours, warmup, second);
        wholePath.round(ours, rounds * count, second);
        ours.separate(true);
        compare(ours, rounds, count, "on a processor each", "two-instances-vs-one");
        ours.separate(false);
        compare(ours, rounds, count, "on the same processors", "two-instances-vs-one-on-the-same-processors");
        ours.stopInstance();
        answer(0);
    }

    private void answer(int millis) {
        for (var game = 0; game < Games.ORDINARY; game++) {
            surroundings.receiver().answer(game, millis);
        }
    }

    private void compare(Gatehouse ours, int rounds, int count, String where, String ratio) {
        var first = ours.ports()[0];
        var second = ours.ports()[1];
        var alone = new ArrayList<Sample>();
        var together = new ArrayList<Sample>();
        var ratios = new ArrayList<Double>();
        for (var round = 0; round < rounds; round++) {
            var one = List.of(sample(ours, count, first), sample(ours, count, second));
            var both = sample(ours, count, first, second);
            alone.addAll(one);
            together.add(both);
            ratios.add(
                    both.perSecond() * 2 / (one.get(0).perSecond() + one.get(1).perSecond()));
        }
        report.line("%-17s %9.0f orders/s, one %.0f, %s; cpu-s/1k %.2f, one %.2f; none sent twice"
                .formatted(
                        "two instances",
                        median(together, Sample::perSecond),
                        median(alone, Sample::perSecond),
                        where,
                        median(together, Sample::cpu),
                        median(alone, Sample::cpu)));
        report.ratio("delivery." + ratio, Figures.median(ratios));
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        return Figures.median(samples.stream().mapToDouble(figure).boxed().toList());
    }

    private Sample sample(Gatehouse ours, int count, int... ports) {
        return wholePath.round(ours, count, CONNECTIONS, ports);
    }
}

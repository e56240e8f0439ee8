package io.gatehouse.bench;

import java.io.IOException;
import java.util.ArrayList;

/** Two instances on one database. */
final class TwoInstances {

    private static final int ANSWER_MILLIS = 2;

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
     * has compiled less of itself, though it is given beforehand what the first has been given.
     */
    void measure(Gatehouse ours, int rounds, int count, int warmup) throws IOException {
        for (var game = 0; game < Games.ORDINARY; game++) {
            surroundings.receiver().answer(game, ANSWER_MILLIS);
        }
        ours.startInstance();
        var first = ours.ports()[0];
        var second = ours.ports()[1];
        wholePath.round(ours, warmup + rounds * count, second);
        var alone = new ArrayList<Double>();
        var together = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (var round = 0; round < rounds; round++) {
            alone.add((wholePath.round(ours, count, first).perSecond()
                            + wholePath.round(ours, count, second).perSecond())
                    / 2);
            together.add(wholePath.round(ours, count, first, second).perSecond());
            ratios.add(together.get(round) / alone.get(round));
        }
        report.line("%-17s %9.0f orders/s, one %.0f; none sent twice"
                .formatted("two instances", Figures.median(together), Figures.median(alone)));
        report.ratio("delivery.two-instances-vs-one", Figures.median(ratios));
        ours.stopInstance();
        for (var game = 0; game < Games.ORDINARY; game++) {
            surroundings.receiver().answer(game, 0);
        }
    }
}

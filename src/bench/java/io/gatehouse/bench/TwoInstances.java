package io.gatehouse.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;

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
     * has compiled less of itself, though it is given beforehand what the first has been given.
     */
    void measure(Gatehouse ours, int rounds, int count, Duration warmup) throws IOException {
        for (var game = 0; game < Games.ORDINARY; game++) {
            surroundings.receiver().answer(game, ANSWER_MILLIS);
        }
        ours.startInstance();
        var first = ours.ports()[0];
        var second = ours.ports()[1];
        wholePath.warmUp(ours, warmup, second);
        wholePath.round(ours, rounds * count, second);
        var alone = new ArrayList<Double>();
        var together = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (var round = 0; round < rounds; round++) {
            alone.add((perSecond(ours, count, first) + perSecond(ours, count, second)) / 2);
            together.add(perSecond(ours, count, first, second));
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

    private double perSecond(Gatehouse ours, int count, int... ports) {
        return wholePath.round(ours, count, CONNECTIONS, ports).perSecond();
    }
}

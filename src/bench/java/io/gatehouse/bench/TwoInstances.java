package io.gatehouse.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;

/** Two instances on one database, and what becomes of the orders when one of them dies without a word. */
final class TwoInstances {

    private static final Duration LONGEST = Duration.ofMinutes(5);
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
        crash(ours, count);
        for (var game = 0; game < Games.ORDINARY; game++) {
            surroundings.receiver().answer(game, 0);
        }
    }

    /** Whatever was answered with success must be delivered, though its instance is gone. */
    private void crash(Gatehouse ours, int count) {
        var orders = Orders.take(count);
        ours.place(orders);
        var load = Load.background(ours.callbacks().all(orders), Double.POSITIVE_INFINITY, ours.ports());
        Wait.until(
                "half of the orders",
                LONGEST,
                Duration.ofMillis(2),
                () -> surroundings.receiver().tally(orders).acknowledged() >= count / 2);
        ours.stopInstance(true);
        load.await();
        var taken = load.taken();
        var start = System.nanoTime();
        Wait.until("what the dead instance had taken", LONGEST, Duration.ofMillis(100), () -> {
            var times = surroundings.receiver().times(orders);
            return taken.stream().allMatch(it -> times[it] > 0) && ours.waiting() == 0;
        });
        report.line("%-17s %d callbacks answered, all delivered %.1f s after one of two instances was killed"
                .formatted("kill -9", taken.size(), (System.nanoTime() - start) / 1e9));
        report.ratio(
                "delivery.twice-at-once-after-kill",
                surroundings.receiver().tally(orders).twiceAtOnce());
    }
}

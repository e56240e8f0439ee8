package io.gatehouse.bench;

import java.time.Duration;
import java.util.ArrayList;

/** A healthy endpoint alone, and beside twenty that take requests and never answer. */
final class Hanging {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final double PER_SECOND = 50;
    private static final double TROUBLE_PER_SECOND = 100;

    private final Surroundings surroundings;
    private final Report report;

    Hanging(Surroundings surroundings, Report report) {
        this.surroundings = surroundings;
        this.report = report;
    }

    void measure(Gatehouse ours, int rounds, int count) {
        var ratios = new ArrayList<Double>();
        for (var round = 1; round <= rounds; round++) {
            var alone = p95(ours, count);
            var beside = besideHanging(ours, count);
            report.line("%-17s p95 %.1f ms alone, %.1f ms beside %d that hang"
                    .formatted("healthy endpoint", alone, beside, Games.TROUBLED));
            ratios.add(beside / alone);
        }
        report.ratio("delivery.healthy-p95-beside-hanging", Figures.median(ratios));
    }

    private double besideHanging(Gatehouse ours, int count) {
        var receiver = surroundings.receiver();
        for (var game = Games.ORDINARY; game < Games.ALL; game++) {
            receiver.hang(game);
        }
        var troubled = Orders.take((int) (count * TROUBLE_PER_SECOND / PER_SECOND));
        ours.place(troubled, "(%d + n %% %d)".formatted(Games.ORDINARY, Games.TROUBLED));
        var requests =
                ours.callbacks(it -> Games.ORDINARY + it % Games.TROUBLED).all(troubled);
        var load = Load.background(requests, TROUBLE_PER_SECOND, ours.ports());
        var beside = p95(ours, count);
        load.await();
        for (var game = Games.ORDINARY; game < Games.ALL; game++) {
            receiver.answer(game, 0);
        }
        Wait.until("the backlog of those that hung", LONGEST, Duration.ofMillis(200), () -> ours.waiting() == 0);
        return beside;
    }

    private double p95(Gatehouse ours, int count) {
        var orders = Orders.take(count);
        ours.place(orders, "0");
        var load = Load.steady(ours.callbacks(it -> 0).all(orders), PER_SECOND, ours.ports());
        Wait.until(
                "the healthy endpoint's orders",
                LONGEST,
                Duration.ofMillis(20),
                () -> surroundings.receiver().tally(orders).acknowledged() == count);
        return Figures.percentile(
                Figures.millis(load.sentAt(), surroundings.receiver().times(orders)), 0.95);
    }
}

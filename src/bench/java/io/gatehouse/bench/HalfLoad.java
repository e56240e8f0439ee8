package io.gatehouse.bench;

import java.util.ArrayList;

/** Paid to acknowledged while ours has half of what it can do to do; the ceiling is given the same. */
final class HalfLoad {

    private static final double SECONDS = 8;

    private final Surroundings surroundings;
    private final WholePath wholePath;
    private final Report report;

    HalfLoad(Surroundings surroundings, WholePath wholePath, Report report) {
        this.surroundings = surroundings;
        this.wholePath = wholePath;
        this.report = report;
    }

    void measure(Contestant ours, Contestant ceiling, int rounds, double perSecond) {
        var ratios = new ArrayList<Double>();
        for (var round = 1; round <= rounds; round++) {
            var own = p99(ours, perSecond);
            var bare = p99(ceiling, perSecond);
            report.line("%-17s p99 %.1f ms at %.0f/s, ceiling %.1f".formatted("half load", own, perSecond, bare));
            ratios.add(own / bare);
        }
        report.ratio("delivery.half-load-p99-vs-ceiling", Figures.median(ratios));
    }

    private double p99(Contestant contestant, double perSecond) {
        var orders = Orders.take((int) (perSecond * SECONDS));
        contestant.place(orders);
        var load = Load.steady(contestant.callbacks().all(orders), perSecond, contestant.ports());
        wholePath.awaitDelivery(contestant, orders);
        return Figures.percentile(
                Figures.millis(load.sentAt(), surroundings.receiver().times(orders)), 0.99);
    }
}

package io.gatehouse.bench;

import java.util.ArrayList;

/** A backlog that lies in the table, until it is delivered: how fast ours works it off beside the ceiling. */
final class Drain {

    private final WholePath wholePath;
    private final Report report;

    Drain(WholePath wholePath, Report report) {
        this.wholePath = wholePath;
        this.report = report;
    }

    void measure(Contestant ours, Contestant ceiling, int rounds, int count) {
        var ratios = new ArrayList<Double>();
        for (var round = 1; round <= rounds; round++) {
            var own = perSecond(ours, count);
            var bare = perSecond(ceiling, count);
            report.line("%-17s %9.0f orders/s, ceiling %.0f".formatted("drain", own, bare));
            ratios.add(own / bare);
        }
        report.ratio("delivery.drain-vs-ceiling", Figures.median(ratios));
    }

    private double perSecond(Contestant contestant, int count) {
        var orders = Orders.take(count);
        contestant.place(orders);
        contestant.hold();
        Load.flood(contestant.callbacks().all(orders), contestant.ports());
        var start = System.nanoTime();
        contestant.release();
        wholePath.awaitDelivery(contestant, orders);
        var seconds = (System.nanoTime() - start) / 1e9;
        wholePath.check(contestant, orders);
        return count / seconds;
    }
}

package io.gatehouse.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Callbacks as fast as they are taken, until each order is acknowledged by its game's server and stored as delivered. */
final class WholePath {

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final int WARM_UP_ORDERS = 1000;

    private final Surroundings surroundings;
    private final Report report;

    WholePath(Surroundings surroundings, Report report) {
        this.surroundings = surroundings;
        this.report = report;
    }

    /**
     * Orders for so long, not so many: whoever is slow would compile more of itself while it takes the same number.
     *
     * @param ports the instances that are given the callbacks
     */
    void warmUp(Contestant contestant, Duration time, int... ports) {
        var start = System.nanoTime();
        Sample sample;
        do {
            sample = round(contestant, WARM_UP_ORDERS, ports);
        } while (System.nanoTime() - start < time.toNanos());
        report.progress("warm-up %-17s %6.0f orders/s at its end".formatted(contestant.name(), sample.perSecond()));
    }

    /** Rounds of all, each in another order of contestants. */
    Map<String, List<Sample>> rounds(List<Contestant> contestants, int rounds, int orders) {
        var samples = new LinkedHashMap<String, List<Sample>>();
        var turn = new ArrayList<>(contestants);
        for (var round = 1; round <= rounds; round++) {
            for (var contestant : turn) {
                var sample = round(contestant, orders);
                samples.computeIfAbsent(contestant.name(), it -> new ArrayList<>())
                        .add(sample);
                report.progress(
                        "round %d  %-17s %6.0f orders/s".formatted(round, contestant.name(), sample.perSecond()));
            }
            Collections.rotate(turn, 1);
        }
        return samples;
    }

    Sample round(Contestant contestant, int count) {
        return round(contestant, count, contestant.ports());
    }

    Sample round(Contestant contestant, int count, int... ports) {
        return round(contestant, count, Load.CONNECTIONS, ports);
    }

    /**
     * @param connections over which the callbacks are sent, in all
     * @param ports the instances that are given them
     */
    Sample round(Contestant contestant, int count, int connections, int[] ports) {
        var orders = Orders.take(count);
        contestant.place(orders);
        var requests = contestant.callbacks().all(orders);
        var database = surroundings.database();
        var wal = database.wal();
        var cpu = contestant.cpu();
        var databaseCpu = database.cpu();
        var start = System.nanoTime();
        var load = Load.flood(requests, connections, ports);
        awaitDelivery(contestant, orders);
        var seconds = (System.nanoTime() - start) / 1e9;
        Wait.until(contestant.name() + " rests", LONGEST, PAUSE, contestant::isQuiet);
        var thousands = count / 1000.0;
        var sample = new Sample(
                count / seconds,
                (contestant.cpu().toMillis() - cpu.toMillis()) / 1000.0 / thousands,
                (database.cpu().toMillis() - databaseCpu.toMillis()) / 1000.0 / thousands,
                (double) (database.wal() - wal) / count,
                latency(load, orders, 0.5),
                latency(load, orders, 0.99));
        check(contestant, orders);
        return sample;
    }

    private double latency(Load load, Orders orders, double share) {
        return Figures.percentile(
                Figures.millis(load.sentAt(), surroundings.receiver().times(orders)), share);
    }

    void awaitAcknowledged(Orders orders, int count) {
        Wait.until(
                count + " deliveries",
                LONGEST,
                PAUSE,
                () -> surroundings.receiver().tally(orders).acknowledged() >= count);
    }

    void awaitDelivery(Contestant contestant, Orders orders) {
        awaitAcknowledged(orders, orders.count());
        Wait.until(contestant.name() + " stores", LONGEST, PAUSE, () -> contestant.waiting() == 0);
    }

    /**
     * Each stored, none under way twice at a time, and no repeat with another id or body. That one is sent once more is allowed, after a time-out on a busy
     * machine for example, but it is told.
     */
    void check(Contestant contestant, Orders orders) {
        var tally = surroundings.receiver().tally(orders);
        if (tally.repeats() > 0) {
            report.line("%-17s sent %d orders again".formatted(contestant.name(), tally.repeats()));
        }
        if (tally.twiceAtOnce() > 0) {
            throw new IllegalStateException(
                    "%s sent %d orders twice at once".formatted(contestant.name(), tally.twiceAtOnce()));
        }
        if (tally.changed() > 0) {
            throw new IllegalStateException(
                    "%s sent %d orders again as something else".formatted(contestant.name(), tally.changed()));
        }
        contestant.verify(orders);
    }
}

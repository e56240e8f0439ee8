package io.gatehouse.bench;

import java.io.IOException;
import java.util.Arrays;

/** The database goes away under load, and comes back: nobody is told "paid" for nothing, and all goes on by itself. */
final class DatabaseRestart {

    private static final double LONGEST_SECONDS = 15;

    private final Surroundings surroundings;
    private final WholePath wholePath;
    private final Report report;
    private int refused;
    private int unanswered;
    private int repeats;
    private double slowest;

    DatabaseRestart(Surroundings surroundings, WholePath wholePath, Report report) {
        this.surroundings = surroundings;
        this.wholePath = wholePath;
        this.report = report;
    }

    /** In each manner in turn; whatever is answered otherwise than with success or "come again" ends the run. */
    void measure(Gatehouse ours, int cycles, int count, double perSecond) throws IOException {
        for (var cycle = 0; cycle < cycles; cycle++) {
            var ends = Database.End.values();
            var end = ends[cycle % ends.length];
            cycle(ours, end, count, perSecond);
            report.progress("restart %d of %d, %s: %s".formatted(cycle + 1, cycles, end, sum()));
        }
        report.line("%-17s %d times: %s".formatted("database restart", cycles, sum()));
        report.ratio("delivery.ready-after-database-restart-seconds", slowest);
    }

    private void cycle(Gatehouse ours, Database.End end, int count, double perSecond) throws IOException {
        var orders = Orders.take(count);
        ours.place(orders);
        var load = PatientLoad.begin(ours.callbacks(), orders, perSecond, ours::ports);
        wholePath.awaitAcknowledged(orders, count / 3);
        surroundings.database().restart(end);
        var back = Now.micros();
        load.finish();
        wholePath.awaitDelivery(ours, orders);
        wholePath.check(ours, orders);
        var ready = Arrays.stream(surroundings.receiver().times(orders))
                .filter(it -> it >= back)
                .min()
                .orElse(back);
        refused += load.refused();
        unanswered += load.unanswered();
        repeats += surroundings.receiver().tally(orders).repeats();
        slowest = Math.max(slowest, (ready - back) / 1e6);
        if (slowest > LONGEST_SECONDS || unanswered > 0) {
            throw new IllegalStateException("Not ready in time, or silent: " + sum());
        }
    }

    private String sum() {
        return "%d callbacks asked to come again, %d without an answer; %d orders sent again; first delivery at most %.1f s after"
                .formatted(refused, unanswered, repeats, slowest);
    }
}

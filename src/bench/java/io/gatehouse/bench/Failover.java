package io.gatehouse.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/**
 * The database's machine dies under load, and its standby takes over. Just before, the standby was cut off: with a
 * synchronous one nothing could be answered with success from then on, and nothing that was is lost. With an asynchronous
 * one payments are lost, which shows that this would be seen.
 */
final class Failover {

    private static final int ORDERS = 600;
    private static final double PER_SECOND = 100;
    private static final int BEFORE = 100;
    private static final Duration ALONE = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final double LONGEST_SECONDS = 15;

    private final Surroundings surroundings;
    private final WholePath wholePath;
    private final Report report;
    private int number;
    private int refused;
    private int unanswered;
    private double slowest;

    Failover(Surroundings surroundings, WholePath wholePath, Report report) {
        this.surroundings = surroundings;
        this.wholePath = wholePath;
        this.report = report;
    }

    void measure(int times) throws IOException {
        for (var time = 1; time <= times; time++) {
            var lost = failOver(true);
            if (lost > 0 || slowest > LONGEST_SECONDS) {
                throw new IllegalStateException("%d payments lost, ready after %.1f s".formatted(lost, slowest));
            }
            report.progress("failover %d of %d: %s".formatted(time, times, sum()));
        }
        report.line("%-17s %d times, synchronous standby: none lost; %s".formatted("failover", times, sum()));
        var lost = failOver(false);
        if (lost == 0) {
            throw new IllegalStateException("An asynchronous standby lost nothing: a loss would not be seen here");
        }
        report.line("%-17s once, asynchronous standby, as a control: %d payments lost that were answered with success"
                .formatted("failover", lost));
    }

    /** @return how many payments that were answered with success nobody knows of afterwards */
    private long failOver(boolean synchronous) throws IOException {
        var room = surroundings.workshop().room("failover-" + ++number);
        try (var pair = Pair.start(room, surroundings.database().programs(), synchronous);
                var database = pair.database();
                var ours = Gatehouse.start(surroundings.with(database, room))) {
            var orders = Orders.take(ORDERS);
            ours.place(orders);
            var load = PatientLoad.begin(ours.callbacks(), orders, PER_SECOND, ours::ports);
            wholePath.awaitAcknowledged(orders, BEFORE);
            pair.part();
            var begin = System.nanoTime();
            Wait.until("a while", ALONE.multipliedBy(2), PAUSE, () -> System.nanoTime() - begin >= ALONE.toNanos());
            pair.failOver();
            var back = Now.micros();
            database.hangUp();
            load.finish();
            var lost = ours.unpaid(orders);
            if (synchronous) {
                wholePath.awaitDelivery(ours, orders);
                wholePath.check(ours, orders);
                note(orders, load, back);
            }
            return lost;
        }
    }

    private void note(Orders orders, PatientLoad load, long back) {
        refused += load.refused();
        unanswered += load.unanswered();
        var first = Arrays.stream(surroundings.receiver().times(orders))
                .filter(it -> it >= back)
                .min()
                .orElse(back);
        slowest = Math.max(slowest, (first - back) / 1e6);
    }

    private String sum() {
        return "%d calls asked to come again, %d without an answer; first delivery at most %.1f s after"
                .formatted(refused, unanswered, slowest);
    }
}

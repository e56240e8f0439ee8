package io.gatehouse.bench;

import java.io.IOException;
import java.time.Duration;

/** The database's disk is full under load: callers are asked to come again, and when there is room all goes on by itself. */
final class DiskFull {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int ORDERS = 3000;
    private static final int REFUSALS = 100;
    private static final double PER_SECOND = 100;

    private final Surroundings surroundings;
    private final Report report;

    DiskFull(Surroundings surroundings, Report report) {
        this.surroundings = surroundings;
        this.report = report;
    }

    void measure() throws IOException {
        if (!SmallDisk.isPossible()) {
            report.line("%-17s skipped: this machine lets us mount no file system of our own".formatted("disk full"));
            return;
        }
        var room = surroundings.workshop().room("disk-full");
        try (var disk = SmallDisk.start(room, surroundings.database().programs());
                var database = Database.on(disk);
                var ours = Gatehouse.start(surroundings.with(database, room))) {
            measure(disk, ours);
        }
    }

    private void measure(SmallDisk disk, Gatehouse ours) throws IOException {
        var orders = Orders.take(ORDERS);
        ours.place(orders);
        disk.fill();
        var load = PatientLoad.begin(ours.callbacks(), orders, PER_SECOND, ours::ports);
        Wait.until(
                "a full disk to be noticed",
                LONGEST,
                Duration.ofMillis(10),
                () -> load.refused() >= REFUSALS || load.hasFailed());
        var answered = load.answeredBefore(Now.micros()).length;
        disk.free();
        var room = Now.micros();
        load.finish();
        var wholePath = new WholePath(surroundings, report);
        wholePath.awaitDelivery(ours, orders);
        wholePath.check(ours, orders);
        report.line(
                "%-17s %d payments answered before and %d calls asked to come again; all of %d delivered %.1f s after there was room"
                        .formatted("disk full", answered, load.refused(), orders.count(), (Now.micros() - room) / 1e6));
    }
}

package io.gatehouse.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/** The database loses power under load, and comes back: nobody is told "paid" for nothing, and all goes on by itself. */
final class DatabaseRestart {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Surroundings surroundings;
    private final WholePath wholePath;
    private final Report report;

    DatabaseRestart(Surroundings surroundings, WholePath wholePath, Report report) {
        this.surroundings = surroundings;
        this.wholePath = wholePath;
        this.report = report;
    }

    /** Whatever is answered otherwise than with success or "come again" is a failure of the run. */
    void measure(Gatehouse ours, int count, double perSecond) throws IOException {
        var orders = Orders.take(count);
        ours.place(orders);
        var load = Load.background(ours.callbacks().all(orders), perSecond, ours.ports());
        Wait.until(
                "a third of the orders",
                LONGEST,
                Duration.ofMillis(2),
                () -> surroundings.receiver().tally(orders).acknowledged() >= count / 3);
        surroundings.database().restart();
        var back = Now.micros();
        load.finish();
        wholePath.awaitDelivery(ours, orders);
        wholePath.check(ours, orders);
        var ready = Arrays.stream(surroundings.receiver().times(orders))
                .filter(it -> it >= back)
                .min()
                .orElse(back);
        report.line("%-17s %d callbacks were asked to come again, and did; the first delivered %.1f s after it was back"
                .formatted("database restart", load.refusals(), (ready - back) / 1e6));
        report.ratio("delivery.ready-after-database-restart-seconds", (ready - back) / 1e6);
    }
}

package io.gatehouse.bench;

import java.time.Duration;

/** An endpoint is down while many orders are paid, and comes back with all of them to take. */
final class Outage {

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int ANSWER_MILLIS = 20;

    private final Surroundings surroundings;
    private final Report report;

    Outage(Surroundings surroundings, Report report) {
        this.surroundings = surroundings;
        this.report = report;
    }

    void measure(Gatehouse ours, int count) {
        var receiver = surroundings.receiver();
        receiver.close(0);
        var orders = Orders.take(count);
        ours.place(orders, "0");
        Load.flood(ours.callbacks(it -> 0).all(orders), ours.ports());
        var back = Now.micros();
        receiver.answer(0, ANSWER_MILLIS);
        Wait.until(
                "the first after the outage",
                LONGEST,
                Duration.ofMillis(20),
                () -> receiver.firstAcknowledgement(0) > 0);
        var begins = (receiver.firstAcknowledgement(0) - back) / 1e6;
        Wait.until(
                "the backlog of the outage",
                LONGEST,
                Duration.ofMillis(100),
                () -> receiver.tally(orders).acknowledged() == count && ours.waiting() == 0);
        var seconds = (Now.micros() - back) / 1e6;
        ours.verify(orders);
        report.line("%-17s %d orders: recovery begins after %.1f s, ends after %.1f s, at most %d at once"
                .formatted("outage", count, begins, seconds, receiver.mostAtOnce(0)));
        report.ratio("delivery.outage-recovery-begins-after-seconds", begins);
        report.ratio("delivery.outage-most-at-once", receiver.mostAtOnce(0));
        receiver.answer(0, 0);
    }
}

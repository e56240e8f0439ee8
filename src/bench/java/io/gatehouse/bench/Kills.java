package io.gatehouse.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/**
 * One of the instances dies without a word, again and again, at any moment: what was answered with success is delivered
 * when its lease has ended, and nobody notices anything else.
 */
final class Kills {

    private static final double PER_SECOND = 50;
    private static final int UNPAID = 20;
    private static final int ANSWER_MILLIS = 100;
    private static final int EARLIEST_MILLIS = 2_000;
    private static final int LATEST_MILLIS = 10_000;

    /** So long the load goes on after the latest moment. */
    private static final int AFTERWARDS_MILLIS = 2_000;

    /** For the poller's look at the table, on a machine that starts another instance meanwhile. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    private final Surroundings surroundings;
    private final WholePath wholePath;
    private final Report report;
    private final Random random;

    Kills(Surroundings surroundings, WholePath wholePath, Report report, long seed) {
        this.surroundings = surroundings;
        this.wholePath = wholePath;
        this.report = report;
        this.random = new Random(seed);
    }

    /**
     * @param count of orders, after which the latest moment is over
     * @param lease how long what the dead instance had in its hands may wait
     */
    void measure(Gatehouse ours, int cycles, int instances, int count, Duration lease) throws IOException {
        var latest = Math.min(LATEST_MILLIS, (int) (count / PER_SECOND * 1000));
        while (ours.ports().length < instances) {
            ours.startInstance();
        }
        answerAfter(ANSWER_MILLIS);
        var sum = new Sum();
        for (var cycle = 1; cycle <= cycles; cycle++) {
            cycle(ours, random.nextInt(EARLIEST_MILLIS, latest), lease, sum);
            report.progress("kill %d of %d: %s".formatted(cycle, cycles, sum));
        }
        answerAfter(0);
        report.line("%-17s %d of one of %d instances: %s".formatted("kill -9", cycles, instances, sum));
        report.ratio("faults.kill-slowest-recovery-seconds", sum.slowest);
        while (ours.ports().length > 1) {
            ours.stopInstance();
        }
    }

    private void cycle(Gatehouse ours, int moment, Duration lease, Sum sum) throws IOException {
        var paid = Orders.take((int) (PER_SECOND * (moment + AFTERWARDS_MILLIS) / 1000));
        var unpaid = Orders.take(UNPAID);
        ours.place(paid);
        ours.place(unpaid);
        var begin = System.nanoTime();
        var load = PatientLoad.begin(ours.callbacks(), paid, PER_SECOND, ours::ports);
        Wait.until(
                "the moment",
                Duration.ofMillis(2 * LATEST_MILLIS),
                Duration.ofMillis(1),
                () -> System.nanoTime() - begin >= moment * 1_000_000L);
        ours.killInstance(random.nextInt(ours.ports().length));
        var death = Now.micros();
        ours.startInstance();
        load.finish();
        wholePath.awaitDelivery(ours, paid);
        wholePath.check(ours, paid);
        verifyUnpaid(ours, unpaid);
        var last = Arrays.stream(load.answeredBefore(death))
                .mapToLong(it -> surroundings.receiver().last(new Orders(paid.from() + it, paid.from() + it + 1)))
                .max()
                .orElse(death);
        sum.add(paid.count(), load, surroundings.receiver().tally(paid), (last - death) / 1e6);
        if (last - death > lease.plus(SLACK).toMillis() * 1000) {
            throw new IllegalStateException(
                    "What a dead instance had taken was delivered after %.1f s only".formatted((last - death) / 1e6));
        }
    }

    private void verifyUnpaid(Gatehouse ours, Orders orders) {
        ours.verifyUnpaid(orders);
        if (surroundings.receiver().tally(orders).told() > 0) {
            throw new IllegalStateException("An order was delivered that nobody has paid");
        }
    }

    private void answerAfter(int millis) {
        for (var game = 0; game < Games.ORDINARY; game++) {
            surroundings.receiver().answer(game, millis);
        }
    }

    /** Of all cycles. */
    private static final class Sum {

        private int answered;
        private int unanswered;
        private int refused;
        private int repeats;
        private double slowest;

        void add(int paid, PatientLoad load, ReceiverProcess.Tally tally, double recovery) {
            answered += paid;
            unanswered += load.unanswered();
            refused += load.refused();
            repeats += tally.repeats();
            slowest = Math.max(slowest, recovery);
        }

        @Override
        public String toString() {
            return "%d payments answered and delivered, %d calls without an answer, %d asked to come again; %d sent again,"
                            .formatted(answered, unanswered, refused, repeats)
                    + " with the same id and bytes; slowest recovery %.1f s".formatted(slowest);
        }
    }
}

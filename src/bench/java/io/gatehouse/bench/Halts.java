package io.gatehouse.bench;

import java.io.IOException;
import java.time.Duration;

/**
 * The only instance dies exactly between two steps, and another one goes on: for each point one order, which is delivered
 * by as many requests as it must, with the same id and bytes. The application knows nothing of it: a gate in the database
 * keeps it where it is, or the receiver ends it when it has a request or has answered it.
 */
final class Halts {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(2);

    /** So long the receiver thinks about a request, while a gate is closed in front of its result. */
    private static final int THINKING_MILLIS = 2_000;

    private final Surroundings surroundings;
    private final WholePath wholePath;
    private final Report report;
    private final Gatehouse ours;

    Halts(Surroundings surroundings, WholePath wholePath, Report report, Gatehouse ours) {
        this.surroundings = surroundings;
        this.wholePath = wholePath;
        this.report = report;
        this.ours = ours;
    }

    void measure() throws IOException {
        whileThePaymentIsWritten();
        oncePaymentIsCommitted();
        onceItIsLeasedFromTheTable();
        onceTheRequestIsSent();
        onceTheAnswerIsThere();
        whileTheResultIsWritten();
        onceTheResultIsCommitted();
    }

    private void whileThePaymentIsWritten() throws IOException {
        var order = place();
        PatientLoad load;
        try (var gate = beforeWriting("notification_outbox")) {
            load = pay(order);
            gate.awaitSomebody();
            ours.killInstance(0);
        }
        goOn("while the payment is written", order, load, 1);
    }

    private void oncePaymentIsCommitted() throws IOException {
        var order = place();
        PatientLoad load;
        try (var gate = afterCommitting("order_transaction")) {
            load = pay(order);
            gate.awaitSomebody();
            ours.killInstance(0);
        }
        goOn("once the payment is committed", order, load, 1);
    }

    private void onceItIsLeasedFromTheTable() throws IOException {
        ours.leaveInTable(true);
        var order = place();
        var load = pay(order);
        load.finish();
        try (var gate = afterCommitting("notification_outbox")) {
            ours.leaveInTable(false);
            gate.awaitSomebody();
            ours.killInstance(0);
        }
        goOn("once it is leased from the table", order, load, 1);
    }

    private void onceTheRequestIsSent() throws IOException {
        var order = place();
        surroundings.receiver().end(game(order), ours.pid(), false);
        var load = pay(order);
        ours.awaitEnd();
        goOn("once the request is sent", order, load, 2);
    }

    private void onceTheAnswerIsThere() throws IOException {
        var order = place();
        surroundings.receiver().end(game(order), ours.pid(), true);
        var load = pay(order);
        ours.awaitEnd();
        goOn("once the answer is there", order, load, 2);
    }

    private void whileTheResultIsWritten() throws IOException {
        var order = place();
        var load = payAndAwaitRequest(order);
        try (var gate = beforeWriting("act_hi_procinst")) {
            gate.awaitSomebody();
            ours.killInstance(0);
        }
        goOn("while the result is written", order, load, 2);
    }

    private void onceTheResultIsCommitted() throws IOException {
        var order = place();
        var load = payAndAwaitRequest(order);
        try (var gate = afterCommitting("act_hi_procinst")) {
            gate.awaitSomebody();
            ours.killInstance(0);
        }
        goOn("once the result is committed", order, load, 1);
    }

    private Orders place() {
        var order = Orders.take(1);
        ours.place(order);
        return order;
    }

    private static int game(Orders order) {
        return Games.ordinary(order.from());
    }

    private Gate beforeWriting(String table) {
        return Gate.beforeWriting(surroundings.database(), Gatehouse.DATABASE, table);
    }

    private Gate afterCommitting(String table) {
        return Gate.afterCommitting(surroundings.database(), Gatehouse.DATABASE, table);
    }

    private PatientLoad pay(Orders order) {
        return PatientLoad.begin(ours.callbacks(), order, Double.POSITIVE_INFINITY, ours::ports);
    }

    private PatientLoad payAndAwaitRequest(Orders order) {
        surroundings.receiver().answer(game(order), THINKING_MILLIS);
        var load = pay(order);
        Wait.until(
                "the request",
                LONGEST,
                PAUSE,
                () -> surroundings.receiver().tally(order).told() == 1);
        surroundings.receiver().answer(game(order), 0);
        return load;
    }

    /** @param requests that the game's server must have had in all */
    private void goOn(String point, Orders order, PatientLoad load, int requests) throws IOException {
        var death = Now.micros();
        ours.startInstance();
        load.finish();
        wholePath.awaitDelivery(ours, order);
        wholePath.check(ours, order);
        var had = 1 + surroundings.receiver().tally(order).repeats();
        if (had != requests) {
            throw new IllegalStateException("Killed %s: %d requests instead of %d".formatted(point, had, requests));
        }
        report.line("%-17s %-33s %d calls without an answer, %d requests, stored after %.1f s"
                .formatted("halt", point, load.unanswered(), had, (Now.micros() - death) / 1e6));
    }
}

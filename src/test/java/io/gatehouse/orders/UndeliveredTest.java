package io.gatehouse.orders;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.gatehouse.core.Username;
import io.gatehouse.delivery.Kind;
import io.gatehouse.delivery.NotificationsSettled;
import io.gatehouse.delivery.Settled;
import io.gatehouse.mail.Mails;
import io.gatehouse.workflow.OpenTask;
import io.gatehouse.workflow.Processes;
import io.gatehouse.workflow.UserTasks;

/** An order whose notification was given up, and the question to people that follows. */
abstract class UndeliveredTest extends OrderTest {

    @Autowired
    Processes processes;

    @Autowired
    UserTasks tasks;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Mails mails;

    @Autowired
    JdbcClient db;

    String orderNo = "";

    @BeforeEach
    void anOrderThatWasGivenUp() {
        orderNo = paid("u-1");
        settled(false);
        transaction.executeWithoutResult(it -> processes.start("undelivered-item", orderNo, Map.of()));
    }

    void givenUp(String other) {
        var outcome = new Settled("n-2", Kind.DELIVERY, game, other, null, false, 16, clock.instant());
        transaction.executeWithoutResult(it -> {
            events.publishEvent(new NotificationsSettled(List.of(outcome)));
            processes.start("undelivered-item", other, Map.of());
        });
        runJobs();
    }

    void settled(boolean acknowledged) {
        var outcome = new Settled("n-1", Kind.DELIVERY, game, orderNo, null, acknowledged, 16, clock.instant());
        transaction.executeWithoutResult(it -> events.publishEvent(new NotificationsSettled(List.of(outcome))));
        runJobs();
    }

    void decide(Username who, String resolution, @Nullable String note) {
        var values = note == null ? Map.of("resolution", resolution) : Map.of("resolution", resolution, "note", note);
        tasks.complete(task().id(), who, values);
        runJobs();
    }

    OpenTask task() {
        return tasks.open(orderNo).get(0);
    }

    long mailsTo(Username person, String template) {
        return db.sql("select count(*) from mail where recipient = ? and game = ? and key like ?")
                .params(person.value(), game.value(), template + "/%")
                .query(Long.class)
                .single();
    }
}

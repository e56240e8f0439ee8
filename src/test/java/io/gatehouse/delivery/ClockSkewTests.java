package io.gatehouse.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.core.DatabaseClock;
import io.gatehouse.core.Env;
import io.gatehouse.core.HotPath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Instances on machines whose clocks are minutes apart … */
class ClockSkewTests extends DeliveryTest {

    private static final Duration FAST = Duration.ofMinutes(7);
    private static final Duration SLOW = Duration.ofMinutes(-7);
    private static final Duration SOON = Duration.ofSeconds(2);

    @Autowired
    private DataSource database;

    @Autowired
    private DeliverySettings settings;

    @Autowired
    private EndpointStates states;

    @Autowired
    private ChosenForms forms;

    @Autowired
    private Bodies bodies;

    @Autowired
    private SigningKeys keys;

    @Autowired
    private HotPath hotPath;

    /** What of an instance takes rows of the outbox and puts them back. */
    private final class Gatehouse {

        private final Clock clock;
        private final Outbox outbox;
        private final Leasing leasing;
        private final EndpointHours hours;

        Gatehouse(Clock clock) {
            this.clock = clock;
            this.outbox = new Outbox(jdbc, settings, clock);
            this.leasing = new Leasing(
                    outbox,
                    new OutboxLeases(jdbc, settings, clock),
                    states,
                    forms,
                    bodies,
                    keys,
                    settings,
                    hotPath,
                    clock);
            this.hours = new EndpointHours(jdbc, clock);
        }

        /** Puts a notification in whose first try has failed; the next is due soon. */
        Instant failsOnce(UUID id) {
            var order = order(newOrder());
            var body = bodies.write(Form.A, order, keys.appKey(order.endpoint()).orElseThrow(), false);
            var due = clock.instant().plus(SOON);
            transaction.executeWithoutResult(status -> {
                var parcel = outbox.put(List.of(new Outbox.Entry(id, order, body)), any -> true)
                        .get(0);
                outbox.retry(List.of(new Outbox.Retry(parcel, clock.instant(), due)));
            });
            return due;
        }

        boolean takes(UUID id) {
            return transaction.execute(status -> leasing.due(1000, 1000, List.of())).stream()
                    .anyMatch(it -> it.id().equals(id));
        }

        boolean probes(Endpoint endpoint) {
            return transaction
                    .execute(status -> states.rested(clock.instant(), 100))
                    .contains(endpoint);
        }
    }

    private Gatehouse off(Duration wrong) {
        return new Gatehouse(new DatabaseClock(database, byItself(wrong)));
    }

    private static Clock byItself(Duration wrong) {
        return Clock.offset(Clock.systemUTC(), wrong);
    }

    @BeforeEach
    void keepTheOutboxToTheInstancesOfTheTest() {
        poller.stop();
        ready();
    }

    @AfterEach
    void letThePollerGoOn() {
        poller.start();
    }

    @Test
    void repeatANotificationWhenItIsDueWhoeverPutItBack() {
        var id = UUID.randomUUID();
        var slow = off(SLOW);
        var fast = off(FAST);

        var due = slow.failsOnce(id);

        assertThat(fast.takes(id)).isFalse();
        await().atMost(Duration.ofSeconds(10)).until(() -> fast.takes(id));
        assertThat(fast.clock.instant()).isAfterOrEqualTo(due).isBefore(due.plusSeconds(5));
        assertThat(slow.takes(id)).as("leased by the other").isFalse();
    }

    @Test
    void doNotWaitForMinutesForWhatAFastOnePutBack() {
        var id = UUID.randomUUID();
        var slow = off(SLOW);

        off(FAST).failsOnce(id);

        await().atMost(Duration.ofSeconds(10)).until(() -> slow.takes(id));
    }

    @Test
    void wouldRepeatItMinutesTooEarlyByTheirOwnClocks() {
        var id = UUID.randomUUID();

        new Gatehouse(byItself(SLOW)).failsOnce(id);

        assertThat(new Gatehouse(byItself(FAST)).takes(id)).isTrue();
    }

    @Test
    void leaveAnEndpointItsWholeRest() {
        var endpoint = new Endpoint(game, Env.LIVE);
        var slow = off(SLOW);
        slow.failsOnce(UUID.randomUUID());
        transaction.executeWithoutResult(status -> states.rest(endpoint, slow.clock.instant(), settings.rest()));

        assertThat(off(FAST).probes(endpoint)).isFalse();
        assertThat(new Gatehouse(byItself(FAST)).probes(endpoint))
                .as("by its own clock")
                .isTrue();
    }

    @Test
    void workOutAnHourOnlyWhenItIsOverForAll() {
        var threeHours = Duration.ofHours(3);
        jdbc.update("""
                with signed as (insert into notification_body values (?, '{}') returning notification)
                insert into delivery_attempt (notification, number, kind, mock, game, env, order_no, url, at, millis,
                                              status, outcome, diagnosis, detail, reply)
                select notification, 1, 'DELIVERY', false, ?, 0, 'order', 'http://h.example/', now(), 1, 200,
                       'ACKNOWLEDGED', 'ACKNOWLEDGED', '', '' from signed
                """, UUID.randomUUID(), game.value());
        jdbc.update("delete from delivery_endpoint_hour");

        off(threeHours).hours.roll();

        assertThat(hoursWorkedOut()).isZero();
        new Gatehouse(byItself(threeHours)).hours.roll();
        assertThat(hoursWorkedOut()).as("by its own clock").isEqualTo(1);
        jdbc.update("delete from delivery_endpoint_hour");
    }

    private int hoursWorkedOut() {
        return jdbc.queryForObject(
                "select count(*) from delivery_endpoint_hour where game = ?", Integer.class, game.value());
    }
}

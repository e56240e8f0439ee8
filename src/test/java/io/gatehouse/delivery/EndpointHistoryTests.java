package io.gatehouse.delivery;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.RawServer;
import io.gatehouse.core.Env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/** The history of an endpoint … */
class EndpointHistoryTests extends DeliveryTest {

    @Autowired
    private EndpointHealths healths;

    @Autowired
    private EndpointHours hours;

    @Autowired
    private DeliverySettings settings;

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS);
    }

    private void attempts(Instant at, int count, Diagnosis diagnosis, int firstMillis) {
        IntStream.range(0, count)
                .forEach(it -> jdbc.update(
                        """
                        with signed as (insert into notification_body values (?, '{}') returning notification)
                        insert into delivery_attempt (notification, number, kind, mock, game, env, order_no, url, at, millis,
                                                      status, outcome, diagnosis, detail, reply)
                        select notification, 1, 'DELIVERY', false, ?, 0, ?, 'http://h.example/', ?, ?, 200, ?, ?, '7', ''
                          from signed
                        """,
                        UUID.randomUUID(),
                        game.value(),
                        "order-" + it,
                        Timestamp.from(at.plusSeconds(it)),
                        firstMillis + it,
                        diagnosis.outcome().name(),
                        diagnosis.name()));
        // they came late: what others worked out for good knows nothing of them
        jdbc.update("delete from delivery_endpoint_hour");
    }

    @Test
    void hasAnHourForEachWithItsRateAndPercentiles() {
        attempts(now().minus(3, ChronoUnit.HOURS), 100, Diagnosis.ACKNOWLEDGED, 1);
        attempts(now().minus(3, ChronoUnit.HOURS), 25, Diagnosis.TIMEOUT, 5000);
        attempts(now(), 4, Diagnosis.ACKNOWLEDGED, 10);

        var history = healths.history(game, Env.LIVE, 24);

        assertThat(history.hours()).hasSize(24);
        assertThat(history.hours().get(20))
                .isEqualTo(new EndpointHour(now().minus(3, ChronoUnit.HOURS), 125, 100, 63, 5018, 5023));
        assertThat(history.hours().get(21).isEmpty()).isTrue();
        assertThat(history.hours().get(23).attempts()).isEqualTo(4);
        assertThat(history.successRate()).isCloseTo(100.0 * 104 / 129, within(0.001));
    }

    @Test
    void isTheSameOnceWholeHoursAreWorkedOutForGood() {
        attempts(now().minus(5, ChronoUnit.HOURS), 10, Diagnosis.ACKNOWLEDGED, 1);
        attempts(now().minus(1, ChronoUnit.HOURS), 10, Diagnosis.RETURN_CODE, 1);
        attempts(now(), 2, Diagnosis.ACKNOWLEDGED, 1);
        var before = healths.history(game, Env.LIVE, 24);

        for (var round = 0; round < 10; round++) {
            hours.roll();
        }

        assertThat(healths.history(game, Env.LIVE, 24)).isEqualTo(before);
        assertThat(jdbc.queryForObject(
                        "select count(*) from delivery_endpoint_hour where game = ? and hour = ?",
                        Long.class,
                        game.value(),
                        Timestamp.from(now())))
                .as("an hour that goes on is not worked out yet")
                .isZero();
    }

    @Test
    void countsItsFailuresByTheirKindTheMostFrequentFirst() {
        attempts(now(), 3, Diagnosis.TIMEOUT, 5000);
        attempts(now(), 5, Diagnosis.RETURN_CODE, 10);
        attempts(now().minus(2, ChronoUnit.DAYS), 50, Diagnosis.TLS, 10);

        var failures = healths.history(game, Env.LIVE, 24).failures();

        assertThat(failures)
                .extracting(it -> it.diagnosis() + " " + it.count() + " " + it.orderNo())
                .containsExactly("return-code 5 order-4", "timeout 3 order-2");
        assertThat(healths.history(game, Env.LIVE, 168).failures()).hasSize(3);
        assertThat(healths.history(game, Env.SANDBOX, 24).failures()).isEmpty();
    }

    @Test
    void tellsOfARestAndOfItsLifting() {
        ready();
        server.behave((request, out, socket) -> RawServer.status(out, "502 Bad Gateway", "", ""));
        IntStream.range(0, 12).forEach(it -> pay(newOrder()));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> healths.of(game).get(0).phase() == EndpointHealth.Phase.RESTING);
        settle();
        var before = received().size();
        assertThat(healths.of(game).get(0).nextProbe()).isAfter(clock.instant());

        server.behave(RawServer.SUCCESS);
        clock.advance(settings.rest().plusSeconds(16));
        poller.poll();
        hasReceived(before + 12);
        poller.poll();

        assertThat(healths.history(game, Env.LIVE, 24).events())
                .filteredOn(it -> it.what() != EndpointEvent.What.TOLD_FAILING)
                .extracting(EndpointEvent::what, EndpointEvent::detail)
                .containsExactly(
                        tuple(EndpointEvent.What.RECOVERED, ""),
                        tuple(EndpointEvent.What.LIFTED, ""),
                        tuple(EndpointEvent.What.RESTED, "http-status"));
    }

    @Test
    void tellsWhoSwitchedItOnAgain() {
        ready();
        server.behave((request, out, socket) -> RawServer.status(out, "410 Gone", "", ""));
        pay(newOrder());
        hasReceived(1);

        configurations.switchOnAgain(game, mei);
        configurations.switchOnAgain(game, mei);

        assertThat(healths.history(game, Env.LIVE, 24).events())
                .filteredOn(it -> it.what() == EndpointEvent.What.ON)
                .singleElement()
                .returns(mei.value(), EndpointEvent::detail);
    }
}

package io.gatehouse.delivery;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.RawServer;
import io.gatehouse.delivery.EndpointHealth.Phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The rest of an endpoint … */
class RestTests extends DeliveryTest {

    private static final Duration LONGER_THAN_THE_SCHEDULE = Duration.ofHours(25);

    @Autowired
    private EndpointHealths healths;

    private List<String> failUntilItRests() {
        ready();
        server.behave((request, out, socket) -> RawServer.status(out, "502 Bad Gateway", "", ""));
        var orders = Stream.generate(() -> pay(newOrder())).limit(12).toList();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> healths.of(game).get(0).phase() == Phase.RESTING);
        settle();
        return orders;
    }

    private void becomes(String order, NotificationState.Phase phase) {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            settle();
            assertThat(notifications.state(order).phase()).isEqualTo(phase);
        });
    }

    @Test
    void isTheEndOfWhatWaitedAWholeScheduleLongWhoeverIsTheProbe() {
        var orders = failUntilItRests();
        var before = received().size();

        clock.advance(LONGER_THAN_THE_SCHEDULE);

        orders.forEach(it -> becomes(it, NotificationState.Phase.FAILED));
        assertThat(received()).hasSizeLessThan(before + 3);
        assertThat(orders).allSatisfy(it -> assertThat(instances(it)).isEqualTo(1));
    }

    @Test
    void isTheEndOfNothingAsLongAsNobodyCouldLook() {
        var orders = failUntilItRests();

        server.behave(RawServer.SUCCESS);
        clock.advance(LONGER_THAN_THE_SCHEDULE);

        orders.forEach(it -> becomes(it, NotificationState.Phase.ACKNOWLEDGED));
    }

    @Test
    void isTheEndOfWhatCameMeanwhileAndWasNeverTriedToo() {
        failUntilItRests();
        var late = pay(newOrder());

        clock.advance(LONGER_THAN_THE_SCHEDULE);
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            settle();
            clock.advance(Duration.ofSeconds(16));
            return notifications.state(late).phase() == NotificationState.Phase.FAILED;
        });

        assertThat(notifications.attempts(late)).isNotEmpty();
        assertThat(instances(late)).isEqualTo(1);
    }

    @Test
    void beginsAnewForWhatWasHeldBackDuringIt() {
        failUntilItRests();
        notificationSwitch.turnOff(game, mei);
        var held = pay(newOrder());

        clock.advance(LONGER_THAN_THE_SCHEDULE);
        var before = received().size();
        notificationSwitch.turnOn(game, mei);
        await().untilAsserted(() -> {
            settle();
            assertThat(received()).hasSizeGreaterThan(before);
        });

        assertThat(notifications.state(held).phase()).isEqualTo(NotificationState.Phase.RESTING);
    }

    @Test
    void endsWithTheFirstThatIsDueThoughNothingWasWhenItWasOver() {
        failUntilItRests();
        var over = jdbc.queryForObject(
                        "select rests_until from delivery_endpoint where game = ? and env = 0",
                        Timestamp.class,
                        game.value())
                .toInstant();
        var due = over.plusSeconds(5);
        jdbc.update("update notification_outbox set due_at = ? where game = ?", Timestamp.from(due), game.value());
        var before = received().size();
        server.behave(RawServer.SUCCESS);

        clock.advance(Duration.between(clock.instant(), over.plusSeconds(1)));
        settle();
        assertThat(received()).hasSize(before);
        assertThat(healths.of(game).get(0).nextProbe()).isEqualTo(due);

        clock.advance(Duration.ofSeconds(5));
        settle();
        assertThat(received()).hasSizeGreaterThan(before);
        becomesWorking();
    }

    private void becomesWorking() {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            settle();
            assertThat(healths.of(game).get(0).phase()).isIn(Phase.RECOVERING, Phase.WORKING);
        });
    }
}

package io.gatehouse.delivery;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.RawServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A receiver that is down for days … */
class DownForDaysTests extends DeliveryTest {

    private static final String ALERT = "Lantern Drift: notifications are not accepted";

    @Autowired
    private DeliverySettings settings;

    @Autowired
    private EndpointHealths healths;

    @Autowired
    private Recoveries recoveries;

    @Test
    void isTriedByTheScheduleThenItsTeamHasTheOrderInHandAndSendsItAgain() {
        ready();
        server.behave((request, out, socket) -> socket.close());
        clock.stop();
        var order = pay(newOrder());
        hasReceived(1);

        for (var wait : settings.waits()) {
            var before = received().size();
            clock.advance(wait.minusSeconds(1));
            settle();
            assertThat(received()).as("before %s", wait).hasSize(before);
            clock.advance(settings.rest());
            poller.poll();
            hasReceived(before + 1);
        }
        clock.advance(Duration.ofDays(2));
        settle();

        var attempts = notifications.attempts(order);
        // one that rests is looked at again when its rest is over, which may be as much later
        for (var i = 0; i < settings.waits().size(); i++) {
            assertThat(Duration.between(
                            attempts.get(i).at(), attempts.get(i + 1).at()))
                    .isBetween(settings.waits().get(i), settings.waits().get(i).plus(settings.rest()));
        }
        assertThat(attempts)
                .hasSize(16)
                .allSatisfy(it -> assertThat(it.diagnosis()).isEqualTo("connection-broken"));
        assertThat(notifications.state(order).phase()).isEqualTo(NotificationState.Phase.FAILED);
        assertThat(instances(order)).isEqualTo(1);
        await().untilAsserted(() -> assertThat(alerts()).isEqualTo(3));

        server.behave(RawServer.SUCCESS);
        var recovery = recoveries.begin(game, clock.instant().minus(Duration.ofDays(4)), mei);
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            settle();
            clock.advance(settings.rest());
            return !recoveries.get(game, recovery).isUnderWay();
        });
        assertThat(recoveries.get(game, recovery).acknowledged()).isEqualTo(1);
        assertThat(received()).hasSize(17);
        assertThat(received().stream().map(RawServer.Request::body).distinct()).hasSize(1);
        assertThat(received().stream().map(it -> it.header("webhook-id")).distinct())
                .hasSize(1);
        assertThat(healths.of(game).get(0).phase()).isEqualTo(EndpointHealth.Phase.WORKING);
    }

    private long alerts() {
        return inbox.naming(ALERT).stream()
                .filter(it -> it.isTo(mei + "@northlight.example"))
                .count();
    }
}

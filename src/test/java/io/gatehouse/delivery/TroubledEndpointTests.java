package io.gatehouse.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.RawServer;
import io.gatehouse.core.Env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A notification to an endpoint … */
class TroubledEndpointTests extends DeliveryTest {

    @Autowired
    private DeliverySettings settings;

    @Autowired
    private EndpointHealths healths;

    @Test
    void thatIsGoneIsNotSentUntilThatIsSwitchedOnAgain() {
        ready();
        server.behave((request, out, socket) -> RawServer.status(out, "410 Gone", "", ""));
        pay(newOrder());
        hasReceived(1);

        var second = pay(newOrder());
        clock.advance(Duration.ofHours(1));
        settle();
        assertThat(received()).hasSize(1);
        assertThat(notifications.state(second).phase()).isEqualTo(NotificationState.Phase.ENDPOINT_OFF);
        assertThat(healths.of(game).get(0).phase()).isEqualTo(EndpointHealth.Phase.OFF);
        server.behave(RawServer.SUCCESS);
        configurations.switchOnAgain(game, mei);

        poller.poll();
        hasReceived(3);
    }

    @Test
    void thatKeepsFailingRestsAndIsSentWhenThatIsBack() {
        ready();
        server.behave((request, out, socket) -> RawServer.status(out, "502 Bad Gateway", "", ""));
        IntStream.range(0, 150).forEach(it -> pay(newOrder()));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> healths.of(game).get(0).phase() == EndpointHealth.Phase.RESTING);
        settle();
        var before = received().size();

        var answer = new CompletableFuture<Void>();
        server.behave((request, out, socket) -> {
            answer.join();
            RawServer.SUCCESS.answer(request, out, socket);
        });
        clock.advance(Duration.ofSeconds(16));
        poller.poll();
        await().untilAsserted(() -> assertThat(received()).hasSize(before + 1));
        answer.complete(null);

        hasReceived(before + 150);
        assertThat(healths.of(game).get(0).waiting()).isZero();
    }

    @Test
    void thatHangsHoldsUpNoOther() {
        ready();
        try (var hanging = new RawServer((request, out, socket) -> RawServer.hang(socket))) {
            jdbc.update("update delivery_configuration set test_url = ? where game = ?", hanging.url(), game.value());
            var slow = new ArrayList<String>();
            IntStream.range(0, 200).forEach(it -> {
                var order = newOrder();
                slow.add(order);
                transaction.executeWithoutResult(status -> notifications.enqueue(order(order, game, Env.SANDBOX)));
            });

            var started = Instant.now();
            pay(newOrder());
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(received()).hasSize(1));

            assertThat(Duration.between(started, Instant.now())).isLessThan(Duration.ofSeconds(2));
            assertThat(sender.underWay(new Endpoint(game, Env.SANDBOX))).isLessThanOrEqualTo(settings.perEndpoint());
            notificationSwitch.turnOff(game, mei);
        }
    }
}

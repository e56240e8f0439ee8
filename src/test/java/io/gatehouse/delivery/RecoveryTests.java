package io.gatehouse.delivery;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.RawServer;
import io.gatehouse.core.AppId;
import io.gatehouse.core.NotFound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** Sending again what failed … */
class RecoveryTests extends DeliveryTest {

    @Autowired
    private Recoveries recoveries;

    private void giveUp(String order) {
        server.behave((request, out, socket) -> RawServer.ok(out, "{\"returnCode\":\"1\"}"));
        var received = received().size();
        pay(order);
        hasReceived(received + 1);
        jdbc.update(
                "update notification_outbox set tries = 15, due_at = ? where order_no = ?",
                Timestamp.from(clock.instant()),
                order);
        poller.poll();
        hasReceived(received + 2);
        assertThat(notifications.state(order).phase()).isEqualTo(NotificationState.Phase.FAILED);
    }

    private RecoveryView ended(UUID id) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !recoveries.get(game, id).isUnderWay());
        return recoveries.get(game, id);
    }

    @Test
    void takesWhatWasGivenUpAndWhatWaitsAndTellsHowItEnded() {
        ready();
        var givenUp = newOrder();
        giveUp(givenUp);
        var waiting = pay(newOrder());
        hasReceived(3);

        server.behave(RawServer.SUCCESS);
        var recovery = ended(recoveries.begin(game, clock.instant().minusSeconds(60), mei));

        assertThat(recovery.total()).isEqualTo(2);
        assertThat(recovery.settled()).isEqualTo(2);
        assertThat(recovery.acknowledged()).isEqualTo(2);
        assertThat(notifications.state(givenUp).phase()).isEqualTo(NotificationState.Phase.ACKNOWLEDGED);
        assertThat(notifications.state(waiting).phase()).isEqualTo(NotificationState.Phase.ACKNOWLEDGED);
        assertThat(received().stream().map(RawServer.Request::body).distinct()).hasSize(2);
    }

    @Test
    void sendsWhatWaitsForARepeatAtOnce() {
        ready();
        server.behave((request, out, socket) -> RawServer.ok(out, "{\"returnCode\":\"1\"}"));
        var orders = List.of(pay(newOrder()), pay(newOrder()), pay(newOrder()));
        hasReceived(3);

        server.behave(RawServer.SUCCESS);
        var id = recoveries.begin(game, clock.instant().minusSeconds(60), mei);
        hasReceived(6);

        assertThat(ended(id))
                .returns(3, RecoveryView::total)
                .returns(3, RecoveryView::acknowledged)
                .returns(0, RecoveryView::failed);
        assertThat(orders)
                .allSatisfy(it ->
                        assertThat(notifications.state(it).phase()).isEqualTo(NotificationState.Phase.ACKNOWLEDGED));
    }

    @Test
    void leavesAloneWhatWasAcknowledgedLaterOrFailedBefore() {
        ready();
        var before = newOrder();
        giveUp(before);
        clock.advance(Duration.ofMinutes(5));
        server.behave((request, out, socket) -> RawServer.status(out, "500 Oops", "", ""));
        pay(newOrder());
        hasReceived(3);
        server.behave(RawServer.SUCCESS);
        clock.advance(Duration.ofSeconds(20));
        poller.poll();
        hasReceived(4);

        var recovery = ended(recoveries.begin(game, clock.instant().minusSeconds(60), mei));

        assertThat(recovery.total()).isZero();
        assertThat(recovery.acknowledged()).isZero();
        assertThat(received()).hasSize(4);
    }

    @Test
    void countsWhatFailsAgainAndDoesNotBeginAnewWithIt() {
        ready();
        giveUp(newOrder());

        var id = recoveries.begin(game, clock.instant().minusSeconds(60), mei);
        hasReceived(3);
        for (var wait = 0; wait < 3; wait++) {
            clock.advance(Duration.ofSeconds(31));
            poller.poll();
            hasReceived(4 + wait);
        }

        assertThat(ended(id)).returns(1, RecoveryView::total).returns(1, RecoveryView::failed);
        assertThat(received()).hasSize(6);
    }

    @Test
    void showsItsProgressWhileItGoesOn() {
        ready();
        IntStream.range(0, 5).forEach(it -> giveUp(newOrder()));
        server.behave((request, out, socket) -> RawServer.status(out, "503 Busy", "Retry-After: 600\r\n", ""));

        var id = recoveries.begin(game, clock.instant().minusSeconds(60), mei);
        hasReceived(15);
        await().until(() -> !recoveries.get(game, id).counting());

        assertThat(recoveries.get(game, id))
                .returns(true, RecoveryView::isUnderWay)
                .returns(5, RecoveryView::total)
                .returns(0, RecoveryView::settled);
        assertThat(recoveries.latest(game)).extracting(RecoveryView::id).containsExactly(id);
    }

    @Test
    void isNoOtherGamesBusiness() {
        ready();
        var id = recoveries.begin(game, clock.instant(), mei);

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> recoveries.get(new AppId("wx51b8e20d77c4"), id));
    }
}

package io.gatehouse.delivery;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.RawServer;
import io.gatehouse.core.Env;
import io.gatehouse.core.NotFound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** A notification … */
class NotificationsTests extends DeliveryTest {

    @Autowired
    private Outbox outbox;

    @Autowired
    private Dispatch dispatch;

    @Autowired
    private Batch batch;

    @Autowired
    private DeliverySettings settings;

    @Autowired
    private SigningKeys keys;

    @Autowired
    private Bodies bodies;

    @Test
    void goesOutRightAfterTheCommitAndIsSettled() {
        ready();

        var order = pay(newOrder());
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(received()).hasSize(1));
        settle();

        var request = received().get(0);
        assertThat(request.body())
                .contains("\"Event\":\"minigame_game_pay_goods_deliver_notify\"")
                .contains("PayEventSig");
        assertThat(request.header("webhook-id")).startsWith("msg_");
        assertThat(request.header("webhook-timestamp")).matches("\\d{10}");
        assertThat(request.header("webhook-signature")).startsWith("v1,");
        assertThat(notifications.state(order).phase()).isEqualTo(NotificationState.Phase.ACKNOWLEDGED);
        assertThat(notifications.attempts(order)).singleElement().satisfies(it -> {
            assertThat(it.acknowledged()).isTrue();
            assertThat(it.address()).isEqualTo("127.0.0.1");
            assertThat(it.status()).isEqualTo(200);
            assertThat(it.request())
                    .contains("v1,********")
                    .containsPattern("PayEventSig\":\"[0-9a-f]{4}…[0-9a-f]{4}\"");
            assertThat(it.reply()).contains("returnCode");
        });
        assertThat(instances(order)).isEqualTo(1);
    }

    @Test
    void doesNotGoOutIfItsPaymentIsRolledBack() {
        ready();
        var order = newOrder();

        transaction.executeWithoutResult(status -> {
            notifications.enqueue(order(order));
            status.setRollbackOnly();
        });
        settle();

        assertThat(received()).isEmpty();
        assertThat(notifications.state(order).phase()).isEqualTo(NotificationState.Phase.NONE);
    }

    @Test
    void isTriedOnTheScheduleOfTheProtocolToItsEnd() {
        ready();
        server.behave((request, out, socket) -> RawServer.ok(out, "{\"returnCode\":\"1\"}"));
        var order = pay(newOrder());
        hasReceived(1);

        var tries = 1;
        for (var wait : settings.waits()) {
            clock.advance(wait.minusSeconds(5));
            settle();
            assertThat(received()).as("before %s", wait).hasSize(tries);
            clock.advance(Duration.ofSeconds(6));
            poller.poll();
            tries++;
            hasReceived(tries);
        }

        clock.advance(Duration.ofDays(2));
        settle();
        assertThat(received()).hasSize(16);
        assertThat(received().stream().map(RawServer.Request::body).distinct()).hasSize(1);
        assertThat(received().stream().map(it -> it.header("webhook-id")).distinct())
                .hasSize(1);
        assertThat(notifications.state(order))
                .isEqualTo(new NotificationState(NotificationState.Phase.FAILED, 16, null));
        assertThat(notifications.attempts(order))
                .hasSize(16)
                .allSatisfy(it -> assertThat(it.diagnosis()).isEqualTo("return-code"));
        assertThat(instances(order)).isEqualTo(1);
    }

    @Test
    void isRepeatedWithTheSameBytesAfterTheSenderDiedBetweenSendingAndRecording() {
        ready();
        var order = newOrder();
        var id = UUID.randomUUID();
        var endpoint = new Endpoint(game, Env.LIVE);
        var body = bodies.write(Form.A, order(order), keys.appKey(endpoint).orElseThrow(), false);
        var entry = new Outbox.Entry(id, order(order), body);
        var lost = transaction
                .execute(status -> outbox.put(List.of(entry), any -> true))
                .get(0);
        var late = dispatch.send(lost).join();
        settle();
        assertThat(received()).hasSize(1);

        jdbc.update("update notification_outbox set lease_until = now() - interval '1 second' where id = ?", id);
        poller.poll();
        hasReceived(2);
        batch.store(List.of(late));

        assertThat(received().get(1).body()).isEqualTo(received().get(0).body());
        assertThat(received().get(1).header("webhook-id"))
                .isEqualTo(received().get(0).header("webhook-id"));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(notifications.attempts(order)).hasSize(2));
        assertThat(instances(order)).isEqualTo(1);
    }

    @Test
    void putsItsOrderUnderWayWithTheFirstAttemptThatFails() {
        ready();
        server.behave((request, out, socket) -> RawServer.status(out, "500 Oops", "", ""));
        var order = pay(storedOrder());
        hasReceived(1);
        var afterOne = written(order);
        assertThat(afterOne).containsEntry("state", "DELIVERING");

        clock.advance(Duration.ofSeconds(20));
        poller.poll();
        hasReceived(2);
        assertThat(written(order)).as("untouched by the second").isEqualTo(afterOne);

        server.behave(RawServer.SUCCESS);
        clock.advance(Duration.ofSeconds(20));
        poller.poll();
        hasReceived(3);
        assertThat(written(order)).containsEntry("state", "DELIVERED");
    }

    /** The version changes with every write to the row. */
    private Map<String, Object> written(String order) {
        return jdbc.queryForMap("select state, xmin::text as version from purchase_order where order_no = ?", order);
    }

    @Test
    void isHeldWhileTheSwitchIsOffAndGoesOutWhenItIsOn() {
        ready();
        notificationSwitch.turnOff(game, mei);

        var order = pay(newOrder());
        settle();
        assertThat(notifications.state(order).phase()).isEqualTo(NotificationState.Phase.HELD);
        assertThat(received()).isEmpty();
        notificationSwitch.turnOn(game, mei);

        poller.poll();
        hasReceived(1);
        assertThat(notifications.state(order).phase()).isEqualTo(NotificationState.Phase.ACKNOWLEDGED);
    }

    @Test
    void ofARefundNeverOvertakesTheDelivery() {
        ready();
        server.behave((request, out, socket) -> RawServer.status(out, "500 Oops", "", ""));
        var order = pay(newOrder());
        hasReceived(1);

        refund(order, "RF-1");
        settle();
        assertThat(received()).hasSize(1);
        server.behave(RawServer.SUCCESS);
        clock.advance(Duration.ofSeconds(20));
        poller.poll();
        hasReceived(3);

        assertThat(received().get(1).body()).contains("deliver_notify");
        assertThat(received().get(2).body()).contains("refund_succ_notify").contains("RF-1");
        assertThat(instances(order)).isEqualTo(1);
    }

    @Test
    void waitsAsLongAsTheServerAsksFor() {
        ready();
        server.behave((request, out, socket) -> RawServer.status(out, "503 Busy", "Retry-After: 7200\r\n", ""));
        var order = pay(newOrder());
        hasReceived(1);

        clock.advance(Duration.ofMinutes(119));
        settle();

        assertThat(received()).hasSize(1);
        assertThat(notifications.state(order).nextTry()).isAfter(clock.instant());
        assertThat(notifications.attempts(order).get(0).diagnosis()).isEqualTo("slow-down");
    }

    @Test
    void isResentOnceItWasGivenUpWithTheSameBytesAndStartsNoSecondInstance() {
        ready();
        server.behave((request, out, socket) -> RawServer.ok(out, "{\"returnCode\":\"1\"}"));
        var order = pay(newOrder());
        hasReceived(1);
        jdbc.update(
                "update notification_outbox set tries = 15, due_at = ? where order_no = ?",
                Timestamp.from(clock.instant()),
                order);
        poller.poll();
        hasReceived(2);
        assertThat(notifications.state(order).phase()).isEqualTo(NotificationState.Phase.FAILED);

        server.behave(RawServer.SUCCESS);
        notifications.resend(game, order, mei);
        poller.poll();
        hasReceived(3);

        assertThat(received().stream().map(RawServer.Request::body).distinct()).hasSize(1);
        assertThat(notifications.state(order).phase()).isEqualTo(NotificationState.Phase.ACKNOWLEDGED);
        assertThat(notifications.attempts(order))
                .extracting(AttemptView::number)
                .containsExactly(1, 2, 3);
        assertThat(instances(order)).isEqualTo(1);
    }

    @Test
    void thatWasNeverSentCannotBeResent() {
        ready();

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> notifications.resend(game, "GH-unknown", mei));
    }

    @Test
    void startsOneInstanceAnOrderHoweverManyAreSettledAtOnce() {
        ready();
        var orders = IntStream.range(0, 300).mapToObj(it -> newOrder()).toList();

        transaction.executeWithoutResult(status -> orders.forEach(it -> notifications.enqueue(order(it))));
        hasReceived(300);

        assertThat(orders).allSatisfy(it -> assertThat(instances(it)).isEqualTo(1));
        assertThat(jdbc.queryForObject(
                        "select count(*) from act_ru_execution where proc_def_id_ like 'item-delivery:%' and business_key_ = ?",
                        Long.class, orders.get(0)))
                .isZero();
    }
}

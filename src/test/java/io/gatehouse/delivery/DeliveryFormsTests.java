package io.gatehouse.delivery;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.RawServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The form a game has chosen … */
class DeliveryFormsTests extends DeliveryTest {

    @Autowired
    private Outbox outbox;

    private void choose(Form form) {
        configurations.save(game, server.url(), server.url(), form, mei);
        server.behave(answering(form.success()));
    }

    private static RawServer.Behaviour answering(String text) {
        return (request, out, socket) -> RawServer.ok(out, text);
    }

    @ParameterizedTest
    @EnumSource
    void isThatOfTheMockTheDeliveryAndTheRefund(Form form) {
        configure();
        choose(form);

        var mock = testNotifications.send(game, mei);
        notificationSwitch.turnOn(game, mei);
        var order = pay(newOrder());
        hasReceived(1);
        refund(order, "RF-1");
        poller.poll();
        hasReceived(2);

        assertThat(mock.acknowledged()).isTrue();
        assertThat(mock.form()).isEqualTo(form);
        assertThat(mock.request())
                .contains("content-type: " + form.contentType())
                .contains("IsMock");
        assertThat(server.requests()).hasSize(3).allSatisfy(it -> {
            assertThat(it.header("content-type")).isEqualToIgnoringCase(form.contentType());
            assertThat(it.header("webhook-signature")).startsWith("v1,");
            assertThat(Form.of(it.body())).isEqualTo(form);
        });
        assertThat(received().get(0).body()).contains("out-" + order);
        assertThat(received().get(1).body()).contains("RF-1");
        assertThat(notifications.attempts(order)).hasSize(2).allMatch(AttemptView::acknowledged);
    }

    @Test
    void isJudgedByItsOwnRuleOfSuccess() {
        configure();
        choose(Form.C_JSON);
        server.behave(answering(Form.A.success()));

        var mock = testNotifications.send(game, mei);

        assertThat(mock.diagnosis()).isEqualTo("no-err-code");
        assertThat(notificationSwitch.missing(game)).containsExactly(NotificationSwitch.Precondition.MOCK_ANSWERED);
    }

    @Test
    void asksForANewTestWhenItChanges() {
        configure();
        testNotifications.send(game, mei);
        assertThat(notificationSwitch.missing(game)).isEmpty();

        choose(Form.D_XML);

        assertThat(notificationSwitch.missing(game)).containsExactly(NotificationSwitch.Precondition.MOCK_ANSWERED);
        assertThat(configurations.of(game).map(ConfigurationView::form)).contains(Form.D_XML);
    }

    @Test
    void ofWhatWentOutAlreadyStaysWhatItWas() {
        ready();
        server.behave((request, out, socket) -> RawServer.status(out, "500 Oops", "", ""));
        var order = pay(newOrder());
        hasReceived(1);

        choose(Form.D_XML);
        server.behave(answering(Form.A.success()));
        clock.advance(Duration.ofSeconds(16));
        poller.poll();
        hasReceived(2);

        assertThat(received().get(1).body()).isEqualTo(received().get(0).body());
        assertThat(received().get(1).header("webhook-id"))
                .isEqualTo(received().get(0).header("webhook-id"));
        assertThat(received().get(1).header("content-type")).startsWith("application/json");
        assertThat(notifications.state(order).phase()).isEqualTo(NotificationState.Phase.ACKNOWLEDGED);
    }

    @Test
    void isTakenWhenThereIsAKeyAtLast() {
        ready();
        choose(Form.C_XML);
        var order = newOrder();
        var entry = new Outbox.Entry(UUID.randomUUID(), order(order), null);
        transaction.executeWithoutResult(status -> outbox.put(List.of(entry), endpoint -> true));

        poller.poll();
        hasReceived(1);

        assertThat(Form.of(received().get(0).body())).isEqualTo(Form.C_XML);
        assertThat(received().get(0).body()).contains("out-" + order);
    }
}

package io.gatehouse.delivery;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.RawServer;
import io.gatehouse.core.Env;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.mail.Inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** The configuration … */
class ConfigurationTests extends DeliveryTest {

    @Autowired
    private EndpointAlerts alerts;

    @Autowired
    private EndpointHealths healths;

    @Test
    void isKeptAndWarnsOfPlainHttp() {

        var saved = configurations.save(game, server.url(), server.url(), mei);

        assertThat(saved.plainHttp()).isTrue();
        assertThat(configurations.of(game).map(ConfigurationView::url)).contains(server.url());
        assertThat(saved.savedBy()).isEqualTo(mei);
    }

    @Test
    void refusesAnAddressThatIsNotPublicAndSaysWhichItIs() {

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> configurations.save(game, "http://10.1.2.3/", server.url(), mei))
                .satisfies(it -> assertThat(it.code()).isEqualTo("outbound.url.address.private"))
                .satisfies(it -> assertThat(it.field()).isEqualTo("url"))
                .satisfies(it -> assertThat(it.arguments()).containsExactly("10.1.2.3", "10.1.2.3"));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> configurations.save(game, server.url(), "http://169.254.169.254/", mei))
                .satisfies(it -> assertThat(it.code()).isEqualTo("outbound.url.address.metadata"))
                .satisfies(it -> assertThat(it.field()).isEqualTo("testUrl"));
        assertThat(configurations.of(game)).isEmpty();
    }

    @Test
    void isTurnedOnOnlyWhenAllThreePreconditionsHold() {
        assertThat(notificationSwitch.missing(game)).contains(NotificationSwitch.Precondition.CONFIGURATION);
        refusesToTurnOn("delivery.switch.no-configuration");

        configure();
        assertThat(notificationSwitch.missing(game)).containsExactly(NotificationSwitch.Precondition.MOCK_ANSWERED);
        refusesToTurnOn("delivery.switch.no-mock");
        server.behave((request, out, socket) -> RawServer.ok(out, "{\"returnCode\":\"7\"}"));
        testNotifications.send(game, mei);
        refusesToTurnOn("delivery.switch.no-mock");
        server.behave(RawServer.SUCCESS);
        testNotifications.send(game, mei);
        assertThat(notificationSwitch.missing(game)).isEmpty();
        notificationSwitch.turnOn(game, mei);

        assertThat(notificationSwitch.isOn(game)).isTrue();
        refusesToTurnOn("delivery.switch.already-on");
    }

    private void refusesToTurnOn(String code) {
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> notificationSwitch.turnOn(game, mei))
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }

    @Test
    void forgetsTheAnswerToAMockWhenTheTestUrlChanges() {
        configure();
        testNotifications.send(game, mei);

        configurations.save(game, server.url() + "?other", server.url(), mei);
        assertThat(notificationSwitch.missing(game)).isEmpty();
        configurations.save(game, server.url(), server.url() + "?other", mei);

        assertThat(notificationSwitch.missing(game)).containsExactly(NotificationSwitch.Precondition.MOCK_ANSWERED);
    }

    @Test
    void showsWhatIsWrongWithTheAnswerToAMock() {
        configure();
        server.behave((request, out, socket) -> RawServer.status(
                out, "200 OK", "Content-Type: text/html\r\n", "<!doctype html><title>Sign in</title>"));

        var attempt = testNotifications.send(game, mei);

        assertThat(attempt.mock()).isTrue();
        assertThat(attempt.diagnosis()).isEqualTo("not-json");
        assertThat(attempt.request()).contains("\"IsMock\":true").contains("\\\"OrderSource\\\":3");
        assertThat(attempt.replyType()).isEqualTo("text/html");
        assertThat(testNotifications.last(game)).contains(attempt);
    }

    @Test
    void tellsTheTeamOfFailuresAtOnceAfterAnHourAndAfterSix() {
        ready();
        server.behave((request, out, socket) -> RawServer.ok(out, "{\"returnCode\":\"1\"}"));
        pay(newOrder());
        hasReceived(1);

        alerts.tell();
        alerts.tell();
        hasMails(1);
        clock.advance(Duration.ofMinutes(61));
        alerts.tell();
        hasMails(2);
        clock.advance(Duration.ofHours(5));
        alerts.tell();
        alerts.tell();

        hasMails(3);
        assertThat(told("Lantern Drift: notifications are not accepted"))
                .hasSize(3)
                .allSatisfy(it -> assertThat(it.text())
                        .contains(server.url())
                        .contains("/virtual-payment/configuration/endpoint?game=" + game));
        assertThat(events()).containsExactly("TOLD_FAILING 3", "TOLD_FAILING 2", "TOLD_FAILING 1");
    }

    @Test
    void tellsTheTeamOnceWhenItsServerAnswered410() {
        ready();
        server.behave((request, out, socket) -> RawServer.status(out, "410 Gone", "", ""));
        pay(newOrder());
        hasReceived(1);

        alerts.tell();
        alerts.tell();

        assertThat(told("Lantern Drift: an endpoint is switched off")).hasSize(1);
        assertThat(events()).contains("OFF ", "TOLD_OFF ");
    }

    private List<Inbox.Arrived> told(String subject) {
        return inbox.naming(subject).stream()
                .filter(it -> it.isTo(mei + "@northlight.example"))
                .toList();
    }

    private List<String> events() {
        return healths.history(game, Env.LIVE, 24).events().stream()
                .map(it -> it.what() + " " + it.detail())
                .toList();
    }

    /** The poller tells, too, and may be at it this moment. */
    private void hasMails(int count) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(mails()).isEqualTo(count));
    }

    private long mails() {
        return jdbc.queryForObject(
                "select count(*) from mail where recipient = ? and key like 'delivery-failing%'",
                Long.class, mei.value());
    }
}

package io.gatehouse.conformance;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.core.Forbidden;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Username;
import io.gatehouse.delivery.Form;
import io.gatehouse.delivery.PastNotification;
import io.gatehouse.delivery.TestNotifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The laboratory … */
class LaboratoryTests extends ConformanceTest {

    @Autowired
    Laboratory laboratory;

    @Autowired
    TestNotifications tests;

    @Autowired
    JdbcTemplate jdbc;

    GameServer server = new GameServer(List::of, List::of);
    GameServer live = new GameServer(List::of, List::of);

    @BeforeEach
    void sendOne() {
        server.close();
        server = new GameServer(
                () -> credentials.accepted(game, Env.SANDBOX).stream()
                        .map(it -> it.value())
                        .toList(),
                () -> credentials.webhookSecrets(game).stream()
                        .map(it -> it.value())
                        .toList());
        configurations.save(game, live.url(), server.url(), mei);
        runJobs();
        tests.send(game, mei);
    }

    @AfterEach
    void close() {
        server.close();
        live.close();
    }

    private PastNotification past() {
        return laboratory.material(game, Optional.empty()).get(0);
    }

    private Replay send(Change.Kind kind, String subject, String value) {
        return laboratory.send(game, past().id(), new Change(kind, subject, value), mei);
    }

    private GameServer.Request received() {
        return server.requests().get(server.requests().size() - 1);
    }

    @Test
    void sendsTheSameBytesUnderTheSameId() {

        var replay = send(Change.Kind.NOTHING, "", "");

        assertThat(replay.exchange().acknowledged()).isTrue();
        assertThat(received().body()).isEqualTo(past().body());
        assertThat(received().headers()).containsEntry("webhook-id", past().messageId());
    }

    @Test
    void signsAChangedFieldAnew() {

        var replay = send(Change.Kind.FIELD, "GoodsInfo.Quantity", "7");

        assertThat(replay.exchange().acknowledged()).isTrue();
        assertThat(received().body()).contains("\\\"Quantity\\\":7").isNotEqualTo(past().body());
    }

    @Test
    void changesAByteBehindTheSignature() {

        var replay = send(Change.Kind.BYTE, "150", "");

        assertThat(replay.exchange().acknowledged()).isFalse();
        assertThat(received().body()).hasSameSizeAs(past().body()).isNotEqualTo(past().body());
    }

    @Test
    void signsWithTheKeyBeforeWhileThereIsOne() {

        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> send(Change.Kind.KEY, "", "EARLIER"));

        renewKeys();

        assertThat(send(Change.Kind.KEY, "", "EARLIER").exchange().acknowledged())
                .isTrue();
        assertThat(send(Change.Kind.KEY, "", "CURRENT").exchange().acknowledged())
                .isTrue();
        assertThat(send(Change.Kind.KEY, "", "FOREIGN").exchange().acknowledged())
                .isFalse();
    }

    @Test
    void movesTheTime() {

        assertThat(send(Change.Kind.TIMESTAMP, "", "-290").exchange().acknowledged())
                .isTrue();
        assertThat(send(Change.Kind.TIMESTAMP, "", "-600").exchange().acknowledged())
                .isFalse();
    }

    @Test
    void replacesAddsAndLeavesOutHeaders() {

        assertThat(send(Change.Kind.HEADER, "Webhook-Id", "msg_other")
                        .exchange()
                        .acknowledged())
                .isFalse();
        assertThat(received().headers()).containsEntry("webhook-id", "msg_other");
        assertThat(send(Change.Kind.HEADER, "x-trace", "abc").exchange().acknowledged())
                .isTrue();
        assertThat(received().headers()).containsEntry("x-trace", "abc");
        assertThat(send(Change.Kind.HEADER, "webhook-signature", "").exchange().acknowledged())
                .isFalse();
        assertThat(received().headers()).doesNotContainKey("webhook-signature");
    }

    @ParameterizedTest
    @EnumSource(names = "A", mode = EnumSource.Mode.EXCLUDE)
    void tellsTheSameInAnotherForm(Form form) {

        send(Change.Kind.FORM, "", form.name());

        var told = Letter.open(past().body()).content();
        var retold = Letter.open(received().body()).content();
        assertThat(received().headers()).containsEntry("content-type", form.contentType());
        assertThat(received().body()).contains("IsMock");
        for (var field : List.of("OpenId", "OutTradeNo", "Env")) {
            assertThat(retold.path(field).asText()).isEqualTo(told.path(field).asText());
        }
        assertThat(retold.at("/GoodsInfo/ActualPrice").asText())
                .isEqualTo(told.at("/GoodsInfo/ActualPrice").asText());
    }

    @Test
    void neverCallsTheLiveUrl() {

        for (var kind : List.of(Change.Kind.NOTHING, Change.Kind.MOCK)) {
            send(kind, "", "");
        }

        assertThat(live.requests()).isEmpty();
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void keepsWhatWasSentAndWhoDidIt() {

        var replay = send(Change.Kind.FIELD, "OpenId", "someone-else");

        assertThat(laboratory.of(game, past().id())).containsExactly(laboratory.get(game, replay.id()));
        assertThat(laboratory.get(game, replay.id()).sentBy()).isEqualTo(mei);
        assertThat(jdbc.queryForObject(
                        "select details from business_log where game = ? and type = 'replay.sent'",
                        String.class,
                        game.value()))
                .contains("FIELD", "OpenId", "someone-else", "acknowledged");
    }

    @Test
    void isClosedToWhoMayOnlyReadAndToOtherTeams() {
        var attempt = past().id();
        var nothing = new Change(Change.Kind.NOTHING, "", "");

        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> laboratory.send(game, attempt, nothing, new Username("reviewer")));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> laboratory.send(game, attempt, nothing, new Username("administrator-2")));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> laboratory.material(new AppId("wx2e6b90f4c8d1"), attempt));
    }
}

package io.gatehouse.conformance;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import io.gatehouse.conformance.GameServer.Flaw;
import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.core.Forbidden;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Username;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A conformance run … */
class ConformanceRunTests extends ConformanceTest {

    @Autowired
    JdbcTemplate jdbc;

    GameServer server = new GameServer(List::of, List::of);

    @AfterEach
    void close() {
        server.close();
    }

    private void serve(Flaw... flaws) {
        server.close();
        server = new GameServer(
                () -> credentials.accepted(game, Env.SANDBOX).stream()
                        .map(it -> it.value())
                        .toList(),
                () -> credentials.webhookSecrets(game).stream()
                        .map(it -> it.value())
                        .toList(),
                flaws);
        configure(server.url());
    }

    private static Map<Check, Note> notes(Report report) {
        return report.findings().stream().collect(Collectors.toMap(Finding::check, Finding::note));
    }

    @Test
    void passesAServerThatDoesEverythingRight() {
        serve();
        renewKeys();

        var report = run(orders());

        assertThat(report.findings()).extracting(Finding::check).containsExactly(Check.values());
        assertThat(report.findings())
                .allSatisfy(it -> assertThat(it.verdict()).as("%s", it).isEqualTo(Verdict.PASSED));
        assertThat(report.run().result()).isEqualTo(Run.Result.CONFORMS);
        assertThat(notes(report).get(Check.SAME_ID_TWICE)).isEqualTo(Note.ONCE);
        assertThat(notes(report).get(Check.REFUND_BEFORE_DELIVERY)).isEqualTo(Note.NOTHING_AFTER_REFUND);
        assertThat(server.requests()).hasSize(16);
    }

    @Test
    void marksEverythingAsAMockUnlessOrdersAreWanted() {
        serve();

        var report = run(Wish.mocks());

        assertThat(server.requests()).allSatisfy(it -> assertThat(it.body()).contains("\"IsMock\":true"));
        assertThat(report.run().result()).isEqualTo(Run.Result.CONFORMS);
        assertThat(notes(report).get(Check.BOTH_KEYS)).isEqualTo(Note.NO_OVERLAP);
        assertThat(notes(report).get(Check.SAME_ID_TWICE)).isEqualTo(Note.UNOBSERVED);
    }

    @Test
    void findsWhatACarelessServerForgets() {
        serve(
                Flaw.FORGETS_THE_TIME,
                Flaw.CRASHES_WHEN_IT_DISTRUSTS,
                Flaw.HANDS_OUT_EACH_TIME,
                Flaw.KNOWS_THE_NEW_KEY_ONLY,
                Flaw.REFUSES_WHAT_IT_DOES_NOT_KNOW,
                Flaw.SERVES_ONE_AFTER_THE_OTHER,
                Flaw.FORGETS_REFUNDS);
        renewKeys();

        var report = run(orders());

        assertThat(notes(report))
                .containsEntry(Check.GOOD_CALL, Note.ACKNOWLEDGED)
                .containsEntry(Check.WRONG_SIGNATURE, Note.CRASHED)
                .containsEntry(Check.WRONG_WEBHOOK_SIGNATURE, Note.CRASHED)
                .containsEntry(Check.OLD_TIMESTAMP, Note.TIME_NOT_CHECKED)
                .containsEntry(Check.SAME_ID_TWICE, Note.HANDED_OUT_TWICE)
                .containsEntry(Check.BOTH_KEYS, Note.KEY_REFUSED)
                .containsEntry(Check.UNKNOWN_FIELD, Note.UNKNOWN_FIELD_REFUSED)
                .containsEntry(Check.SLOW_READ, Note.HELD_UP)
                .containsEntry(Check.REFUND_BEFORE_DELIVERY, Note.HANDED_OUT_AFTER_REFUND);
        assertThat(report.run().result()).isEqualTo(Run.Result.FAILS);
    }

    @Test
    void findsThatAServerBelievesForgers() {
        serve(Flaw.BELIEVES_EVERYBODY, Flaw.TELLS_NO_DELIVERIES);

        var report = run(orders());

        assertThat(notes(report))
                .containsEntry(Check.NO_SIGNATURE, Note.FORGERY_ACCEPTED)
                .containsEntry(Check.WRONG_SIGNATURE, Note.FORGERY_ACCEPTED)
                .containsEntry(Check.CHANGED_BYTE, Note.FORGERY_ACCEPTED)
                .containsEntry(Check.SAME_ID_TWICE, Note.UNOBSERVED)
                .containsEntry(Check.REFUND_BEFORE_DELIVERY, Note.UNOBSERVED);
    }

    @Test
    void findsThatARepeatIsRefused() {
        serve(Flaw.REFUSES_REPEATS);

        assertThat(notes(run(orders()))).containsEntry(Check.SAME_ID_TWICE, Note.NOT_ACKNOWLEDGED);
    }

    @Test
    void saysNothingAboutForgeriesToAServerThatRefusesEverything() {
        serve(Flaw.REFUSES_EVERYTHING);

        assertThat(notes(run(orders())))
                .containsEntry(Check.GOOD_CALL, Note.NOT_ACKNOWLEDGED)
                .containsEntry(Check.WRONG_SIGNATURE, Note.GOOD_CALL_FIRST);
    }

    @Test
    void findsThatAMockWasHandedOut() {
        serve(Flaw.HANDS_MOCKS_OUT);

        var report = run(Wish.mocks());

        assertThat(notes(report).get(Check.GOOD_CALL)).isEqualTo(Note.MOCK_HANDED_OUT);
        assertThat(report.run().result()).isEqualTo(Run.Result.FAILS);
    }

    @Test
    void advisesWhereNothingRequiredFailed() {
        serve(Flaw.LOOKS_AT_PAY_EVENT_SIG_ONLY);

        var report = run(orders());

        assertThat(notes(report))
                .containsEntry(Check.WRONG_SIGNATURE, Note.REFUSED)
                .containsEntry(Check.WRONG_WEBHOOK_SIGNATURE, Note.PAY_EVENT_SIG_ONLY)
                .containsEntry(Check.OLD_TIMESTAMP, Note.TIME_CANNOT_BE_SEEN);
        assertThat(report.run().result()).isEqualTo(Run.Result.ADVISED);
        assertThat(report.run().count(Verdict.ADVISED)).isEqualTo(2);
    }

    @Test
    void keepsRequestsAndRepliesWithoutTheirSignatures() {
        serve();

        var report = run(orders());

        var sent = server.requests().get(0);
        var kept = report.findings().get(0).exchanges().get(0);
        assertThat(kept.request())
                .contains(
                        "POST /deliver HTTP/1.1",
                        "webhook-id: " + sent.headers().get("webhook-id"))
                .contains("webhook-signature: v1,********")
                .doesNotContain(sent.headers().get("webhook-signature").substring(3))
                .doesNotContainPattern("PayEventSig\":\"[0-9a-f]{64}");
        assertThat(kept.reply().text()).isEqualTo("{\"returnCode\":\"0\",\"deliveries\":1}");
        assertThat(kept.reply().status()).isEqualTo(200);
    }

    @Test
    void triesNothingMoreWhereNothingAnswers() {
        serve();
        server.close();

        var report = run(Wish.mocks());

        assertThat(notes(report).get(Check.GOOD_CALL)).isEqualTo(Note.NOT_ACKNOWLEDGED);
        assertThat(report.findings().get(0).decisive().reply().diagnosis()).isEqualTo("connection-refused");
        assertThat(report.run().count(Verdict.SKIPPED)).isEqualTo(Check.values().length - 1);
    }

    @Test
    void isTheOnlyOneOfItsGame() {
        serve();
        var first = conformance.begin(game, Wish.mocks(), mei);

        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> conformance.begin(game, Wish.mocks(), mei))
                .withMessageContaining("conformance.under-way");

        ended(game, first);
        assertThat(conformance.latest(game, 5)).extracting(Run::id).containsExactly(first);
    }

    @Test
    void countsAsCutOffWhenItsInstanceIsGone() {
        serve(Flaw.REFUSES_EVERYTHING);
        var id = run(Wish.mocks()).run().id();
        jdbc.update("update conformance_run set state = 'RUNNING', finished_at = null where id = ?", id);

        clock.advance(Conformance.LONGEST.plusSeconds(1));

        assertThat(conformance.last(game)).get().extracting(Run::state).isEqualTo(Run.State.CUT_OFF);
    }

    @Test
    void needsATestUrlAndCredentials() {

        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> conformance.begin(game, Wish.mocks(), mei))
                .withMessageContaining("delivery.test.no-configuration");

        configurations.save(game, "http://localhost:9/", "http://localhost:9/", mei);

        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> conformance.begin(game, Wish.mocks(), mei))
                .withMessageContaining("delivery.test.no-credentials");
        runJobs();
    }

    @Test
    void isNotStartedByWhoMayOnlyRead() {
        serve();

        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> conformance.begin(game, Wish.mocks(), new Username("reviewer")));
    }

    @Test
    void isUnknownToOtherGames() {
        serve(Flaw.REFUSES_EVERYTHING);
        var id = run(Wish.mocks()).run().id();

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> conformance.report(new AppId("wx2e6b90f4c8d1"), id));
    }

    @Test
    void isInTheBusinessLogFromBeginningToEnd() {
        serve(Flaw.REFUSES_EVERYTHING);
        run(Wish.mocks());

        List<String> types = jdbc.queryForList(
                "select type from business_log where game = ? and type like 'conformance-run.%' order by id",
                String.class, game.value());

        assertThat(types).containsExactly("conformance-run.started", "conformance-run.finished");
    }
}

package io.gatehouse.audit;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.gatehouse.audit.Moment.Kind;
import io.gatehouse.core.NotFound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A case … */
class CasesTests extends AuditedCase {

    @Autowired
    JdbcClient db;

    @Autowired
    BusinessLog log;

    @Test
    void isReadBackFromItsRequestToItsEnd() {
        var number = ended();
        seal();

        var view = cases.get(number);

        assertThat(view.game().name()).isEqualTo("Lantern Drift");
        assertThat(view.ended()).isNotNull();
        assertThat(view.fourEyes()).isTrue();
        assertThat(view.toSpare()).isPositive();
        assertThat(view.timeline())
                .extracting(Moment::kind)
                .contains(Kind.STARTED, Kind.TASK_DONE, Kind.LOGGED, Kind.MAILED, Kind.ENDED);
        assertThat(view.timeline())
                .filteredOn(it -> it.what().equals("request.approved"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.who()).isEqualTo(HANA.value());
                    assertThat(it.note()).isEqualTo("All papers are here");
                });
        assertThat(view.proof().verdict().isUnbroken()).isTrue();
        assertThat(view.proof().verdict().against()).isNotNull();
    }

    @Test
    void thatARuleDecidedIsNoCaseOfFourEyes() {

        var view = cases.get(decidedByRule());

        assertThat(view.fourEyes()).isNull();
        assertThat(view.isDecidedByRule()).isTrue();
        assertThat(cases.get(ended()).isDecidedByRule()).isFalse();
    }

    @Test
    void saysWhatItWaitsForWhileItRuns() {
        var number = running();

        var view = cases.get(number);

        assertThat(view.ended()).isNull();
        assertThat(view.fourEyes()).isNull();
        assertThat(view.timeline())
                .filteredOn(it -> it.kind() == Kind.TASK_WAITS)
                .extracting(Moment::what)
                .containsExactly("DecideEnablement");
    }

    @Test
    void ofARefundShowsTheAttemptsAtItsNotification() {
        var number = running();
        var notification = UUID.randomUUID();
        db.sql("insert into notification_body (notification, body) values (?, ?)")
                .params(notification, "{\"Event\":\"minigame_pay_refund_succ_notify\"}")
                .update();
        db.sql("""
                        insert into delivery_attempt (notification, number, kind, mock, game, env, order_no, refund_no, url,
                                                      address, at, millis, status, outcome, diagnosis, detail, reply)
                        values (?, 1, 'REFUND', false, ?, 0, 'GH-of-another-case', ?, 'https://pay.example/deliver',
                                '203.0.113.7', now(), 12, 500, 'REFUSED', 'HTTP_STATUS', '500', '')
                        """).params(notification, game.value(), number).update();

        var view = cases.get(number);

        assertThat(view.timeline())
                .filteredOn(it -> it.attempt() != null)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.kind()).isEqualTo(Kind.NOT_NOTIFIED);
                    assertThat(it.what()).isEqualTo("REFUND");
                    assertThat(it.attempt().request()).contains("minigame_pay_refund_succ_notify");
                });
    }

    @Test
    void isFoundByGamePersonStateAndKind() {
        var number = running();

        assertThat(numbers(new CaseSearch(null, true, null, game, null, null, null, null)))
                .containsExactly(number);
        assertThat(numbers(new CaseSearch(
                        List.of("payment-enablement"), true, null, game, MEI.value(), null, null, false)))
                .containsExactly(number);
        assertThat(numbers(new CaseSearch(null, false, null, game, null, null, null, null)))
                .isEmpty();
        assertThat(numbers(new CaseSearch(List.of("refund"), null, null, game, null, null, null, null)))
                .isEmpty();
        assertThat(numbers(new CaseSearch(null, null, null, game, HANA.value(), null, null, null)))
                .isEmpty();
        assertThat(numbers(new CaseSearch(null, null, null, null, null, clock.instant(), null, null)))
                .isEmpty();
    }

    @Test
    void isFoundHoweverManyOrdersItsGameHas() {
        var number = running();
        db.sql("""
                        with sold as (
                            insert into business_log (occurred_at, type, actor, subject, game, request, details)
                            select now(), what, 'superapp', 'order', :game, :game || '-' || it, '{}'
                              from generate_series(1, 5001) it, unnest(array['order.paid', 'order.confirmed']) what
                            returning id)
                        insert into business_log_unsealed (entries) select array_agg(id order by id) from sold
                        """).param("game", game.value()).update();

        assertThat(numbers(new CaseSearch(List.of("payment-enablement"), null, null, game, null, null, null, null)))
                .containsExactly(number);
        assertThat(log.casesIn(List.of(game.value()), true)).hasSize(5000).contains(game + "-5001");
        assertThat(log.casesIn(List.of(), true)).isEmpty();
    }

    @Test
    void isFoundWhenItMissedItsDeadline() {
        var number = running();

        clock.advance(Duration.ofDays(9));

        assertThat(numbers(new CaseSearch(null, null, null, game, null, null, null, true)))
                .containsExactly(number);
        assertThat(cases.find(new CaseSearch(null, null, null, game, null, null, null, true), null)
                        .rows()
                        .get(0)
                        .late())
                .isTrue();
    }

    @Test
    void thatDoesNotExistIsNotShown() {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> cases.get("EN-19990101-0001"));
    }

    private List<String> numbers(CaseSearch search) {
        return cases.find(search, null).rows().stream()
                .map(it -> it.row().businessKey())
                .toList();
    }
}

package io.gatehouse.audit;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.gatehouse.audit.Moment.Kind;
import io.gatehouse.core.NotFound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A case … */
class CasesTests extends AuditedCase {

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

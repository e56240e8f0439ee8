package io.gatehouse.enablement;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import io.gatehouse.access.Role;
import io.gatehouse.core.Forbidden;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;
import io.gatehouse.requests.RequestStatus;
import io.gatehouse.workflow.InvalidForm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A request for payment … */
class EnablementDecisionTests extends EnablementTest {

    static final Username LIN = new Username("lin-of-enablement");
    static final String WON = "won";

    @Test
    void isNotDecidedByItsSubmitter() {

        var nell = new Username("nell-of-enablement");
        person(nell, "Nell Ito", new TeamId("enablement-team"), Role.ADMINISTRATOR);
        var number =
                enablements.request(game, "Season start is 1 December", nell).number();
        changeSides(nell, Role.REVIEW_STAFF);

        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> decide(number, nell, Map.of("decision", "approve")))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("request.four-eyes"));
        assertThat(tasks.open(number)).hasSize(1);
    }

    @Test
    void isNotDecidedWithoutTheRight() {

        var number = requested();

        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> decide(number, OLE, Map.of("decision", "approve")));
        assertThat(tasks.open(number)).hasSize(1);
    }

    @Test
    void isNotRejectedWithoutANote() {

        var number = requested();

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> decide(number, HANA, Map.of("decision", "reject")))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("note"));
        assertThat(requests.get(number).isOpen()).isTrue();
    }

    @Test
    void refusesFieldsItsFormDoesNotHave() {

        var number = requested();

        assertThatExceptionOfType(InvalidForm.class)
                .isThrownBy(() -> decide(number, HANA, Map.of("decision", "approve", "approved", true)))
                .satisfies(refusal -> assertThat(refusal.faults())
                        .extracting(InvalidValue::field)
                        .containsExactly("approved"));
        assertThat(tasks.open(number)).hasSize(1);
    }

    @Test
    void isDecidedOnce() {

        var number = requested();
        var task = tasks.open(number).get(0);
        tasks.complete(task.id(), HANA, Map.of("decision", "approve"));

        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> tasks.complete(task.id(), HANA, Map.of("decision", "reject", "note", "No")))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("task.decided-meanwhile"));
        assertThat(requests.get(number).status()).isEqualTo(RequestStatus.APPROVED);
    }

    @RepeatedTest(50)
    void isDecidedByOneOfTwoWhoDecideAtTheSameMoment() throws Exception {

        person(LIN, "Lin Wu", null, Role.REVIEW_STAFF);
        var number = requested();
        var task = tasks.open(number).get(0).id();
        var together = new CyclicBarrier(2);
        var reviewers = Executors.newFixedThreadPool(2);

        List<Callable<String>> decisions = List.of(
                () -> attempt(together, task, HANA, Map.of("decision", "approve")),
                () -> attempt(together, task, LIN, Map.of("decision", "reject", "note", "No")));

        var outcomes = reviewers.invokeAll(decisions);
        reviewers.shutdown();

        var hana = outcomes.get(0).get();
        var lin = outcomes.get(1).get();
        assertThat(List.of(hana, lin)).containsOnlyOnce(WON);
        assertThat(List.of(hana, lin)).containsAnyOf("task.decided-meanwhile", "request.already-decided");
        assertThat(requests.get(number).decidedBy()).isEqualTo(hana.equals(WON) ? HANA : LIN);
        assertThat(requests.get(number).status())
                .isEqualTo(hana.equals(WON) ? RequestStatus.APPROVED : RequestStatus.REJECTED);
    }

    private String attempt(CyclicBarrier together, String task, Username by, Map<String, Object> values)
            throws InterruptedException, BrokenBarrierException {
        together.await();
        try {
            tasks.complete(task, by, values);
            return WON;
        } catch (IllegalTransition refusal) {
            return refusal.code();
        }
    }
}

package io.gatehouse.refunds;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.gatehouse.core.Forbidden;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A refund … */
class RefundDecisionTests extends RefundTest {

    @Test
    void isNotAnsweredByOthersThanTheTeam() {

        var number = ask(paid(999, "DELIVERED"), null, RefundReason.PRODUCT_PROBLEM, null);

        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> decide(number, HANA, Map.of("opinion", "agree")));
        assertThat(status(number)).isEqualTo(RefundStatus.HEARING);
    }

    @Test
    void needsTwoRightsToGrantAndToPay() {

        var number = asked(paid(9999, "PAID"));

        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> decide(number, AMARA, Map.of("decision", "approve")));
        grant(number);
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> decide(number, LEO, Map.of("decision", "approve")));
        assertThat(status(number)).isEqualTo(RefundStatus.GRANTED);
    }

    @Test
    void isNotDecidedByTheStaffWhoAskedForIt() {

        var order = paid(999, "PAID");
        var number = refunds.request(new RefundRequest(
                game, order, null, RefundReason.OTHER, RefundSource.STAFF, "Called us", HANA.value(), null));
        runJobs();

        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> decide(number, HANA, Map.of("decision", "approve")));
        assertThat(status(number)).isEqualTo(RefundStatus.IN_REVIEW);

        decide(number, LEO, Map.of("decision", "approve"));
        assertThat(status(number)).isEqualTo(RefundStatus.REFUNDED);
    }

    @Test
    void isNotRefusedWithoutANote() {

        var number = asked(paid(999, "PAID"));

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> decide(number, HANA, Map.of("decision", "reject")))
                .satisfies(it -> assertThat(it.field()).isEqualTo("note"));
        assertThat(status(number)).isEqualTo(RefundStatus.IN_REVIEW);
    }
}

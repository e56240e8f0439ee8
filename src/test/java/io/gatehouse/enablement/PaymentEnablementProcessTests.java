package io.gatehouse.enablement;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.access.Role;
import io.gatehouse.core.Username;
import io.gatehouse.mail.Inbox;
import io.gatehouse.mail.Mails;
import io.gatehouse.requests.RequestStatus;
import io.gatehouse.workflow.History;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** One test for each end of {@code payment-enablement}, and for each event at its task. */
class PaymentEnablementProcessTests extends EnablementTest {

    @Autowired
    Mails mails;

    @Autowired
    History history;

    @Test
    void enablesPaymentWhenAReviewerApproves() {

        var number = requested();

        decide(number, HANA, Map.of("decision", "approve"));

        assertThat(enablements.isEnabled(game)).isTrue();
        assertThat(requests.get(number).status()).isEqualTo(RequestStatus.APPROVED);
        assertThat(mails.of(number)).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo(MEI);
            assertThat(mail.subject()).contains(number, "approved");
            assertThat(mail.body()).contains("payment in Lantern Drift").doesNotContain("Note");
            assertThat(mail.link()).isEqualTo("/virtual-payment/enablement?game=" + game);
        });
        assertThat(endOf(number)).isEqualTo("PaymentEnabled");
    }

    @Test
    void tellsTheTeamWhyAReviewerRejected() {

        var number = requested();

        decide(number, HANA, Map.of("decision", "reject", "note", "The game shows no support address"));

        assertThat(enablements.isEnabled(game)).isFalse();
        assertThat(requests.get(number).note()).isEqualTo("The game shows no support address");
        assertThat(mails.of(number))
                .singleElement()
                .satisfies(mail -> assertThat(mail.body()).contains("The game shows no support address"));
        assertThat(endOf(number)).isEqualTo("EnablementRejected");
    }

    @Test
    void endsWhenTheSubmitterWithdraws() {

        var number = requested();

        transaction.executeWithoutResult(it -> enablements.withdraw(game, number, MEI));

        assertThat(requests.get(number).status()).isEqualTo(RequestStatus.WITHDRAWN);
        assertThat(tasks.open(number)).isEmpty();
        assertThat(endOf(number)).isEqualTo("EnablementWithdrawn");
    }

    @Test
    void isDueAfterTwoWorkingDays() {

        var request = requests.get(requested());

        var day = request.requestedAt().atZone(ZoneId.of("Asia/Singapore"));
        for (var left = 2; left > 0; ) {
            day = day.plusDays(1);
            left -= day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue() ? 1 : 0;
        }
        assertThat(request.dueAt()).isEqualTo(day.toInstant());
        assertThat(tasks.open(request.number()).get(0).due()).isCloseTo(request.dueAt(), within(1, ChronoUnit.SECONDS));
    }

    @Test
    void remindsReviewersInTheirLanguage() {

        person(new Username("ann-of-enablement"), "Ann Bell", null, Role.REVIEW_STAFF);
        person(new Username("jun-of-enablement"), "Wu Jun", null, Role.REVIEW_STAFF, Locale.SIMPLIFIED_CHINESE);
        var number = requested();

        passTime(untilDue(number).dividedBy(2).plusMinutes(1));

        var arrived = inbox.naming(number);
        assertThat(arrived)
                .filteredOn(it -> it.isTo("ann-of-enablement@example.com"))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.subject()).isEqualTo("Request " + number + " waits for your decision");
                    assertThat(mail.text()).contains("Mei Lin", "(Asia/Singapore)", "/reviews/" + number);
                });
        assertThat(arrived)
                .filteredOn(it -> it.isTo("jun-of-enablement@example.com"))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.subject()).isEqualTo("申请 " + number + " 等待你审批");
                    assertThat(mail.text()).contains("Mei Lin", "月", "/reviews/" + number);
                });
        assertThat(arrived).noneMatch(it -> it.isTo(MEI + "@example.com"));
    }

    @Test
    void tellsTheAdministratorWhenItIsOverdue() {

        person(
                new Username("dana-of-enablement"),
                "Dana Weiss",
                null,
                Role.SUPERAPP_ADMINISTRATOR,
                Locale.SIMPLIFIED_CHINESE);
        var number = requested();

        passTime(untilDue(number).plusMinutes(1));

        assertThat(inbox.naming(number))
                .filteredOn(it -> it.isTo("dana-of-enablement@example.com"))
                .extracting(Inbox.Arrived::subject)
                .containsExactlyInAnyOrder("申请 " + number + " 等待你审批", "申请 " + number + " 已超时");
        assertThat(tasks.open(number)).hasSize(1);
    }

    private Duration untilDue(String number) {
        return Duration.between(clock.instant(), requests.get(number).dueAt());
    }

    private String endOf(String number) {
        return String.valueOf(history.of(number).get(0).row().endActivity());
    }
}

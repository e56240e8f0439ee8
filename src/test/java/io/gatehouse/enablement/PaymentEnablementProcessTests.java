package io.gatehouse.enablement;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.ApplicationTest;
import io.gatehouse.access.Games;
import io.gatehouse.access.People;
import io.gatehouse.access.Role;
import io.gatehouse.core.AppId;
import io.gatehouse.core.Forbidden;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;
import io.gatehouse.mail.Inbox;
import io.gatehouse.mail.Mails;
import io.gatehouse.merchant.MerchantId;
import io.gatehouse.merchant.Merchants;
import io.gatehouse.requests.RequestStatus;
import io.gatehouse.requests.Requests;
import io.gatehouse.workflow.History;
import io.gatehouse.workflow.InvalidForm;
import io.gatehouse.workflow.UserTasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/** One test for each end of {@code payment-enablement}, and for each event at its task. */
class PaymentEnablementProcessTests extends ApplicationTest {

    static final Username MEI = new Username("mei-of-enablement");
    static final Username HANA = new Username("hana-of-enablement");
    static final Username LIN = new Username("lin-of-enablement");
    static final String WON = "won";
    static final Username OLE = new Username("ole-of-enablement");

    @Autowired
    People people;

    @Autowired
    Games games;

    @Autowired
    Merchants merchants;

    @Autowired
    Enablements enablements;

    @Autowired
    Requests requests;

    @Autowired
    UserTasks tasks;

    @Autowired
    Mails mails;

    @Autowired
    History history;

    AppId game;

    @BeforeEach
    void aGameWithAMerchant() {
        var team = new TeamId("enablement-team");
        games.registerTeam(team, "Enablement team");
        people.register(MEI, "Mei Lin", "mei@example.com", "secret", Locale.ENGLISH);
        people.join(MEI, team, Role.ADMINISTRATOR);
        people.register(HANA, "Hana Sato", "hana@example.com", "secret", Locale.ENGLISH);
        people.join(HANA, null, Role.REVIEW_STAFF);
        people.register(OLE, "Ole Berg", "ole@example.com", "secret", Locale.ENGLISH);
        people.join(OLE, null, Role.FINANCE_STAFF);
        var merchant = new MerchantId("enablement-merchant");
        merchants.manage(merchant, "Northlight", Currency.getInstance("USD"), HANA);
        transaction.executeWithoutResult(it -> merchants.bind(team, merchant));
        game = new AppId("wx" + UUID.randomUUID().toString().substring(0, 8));
        games.register(game, team, "Lantern Drift", true);
    }

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
                    assertThat(mail.subject()).isEqualTo("申请 " + number + " 等待您审批");
                    assertThat(mail.text()).contains("Mei Lin", "月", "/reviews/" + number);
                });
        assertThat(arrived).noneMatch(it -> it.isTo("mei@example.com"));
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
                .containsExactlyInAnyOrder("申请 " + number + " 等待您审批", "申请 " + number + " 已超时");
        assertThat(tasks.open(number)).hasSize(1);
    }

    @Test
    void isNotDecidedByItsSubmitter() {

        var nell = new Username("nell-of-enablement");
        people.register(nell, "Nell Ito", "nell@example.com", "secret", Locale.ENGLISH);
        people.join(nell, new TeamId("enablement-team"), Role.ADMINISTRATOR);
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
                .satisfies(refusal -> assertThat(refusal.errors())
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

        people.register(LIN, "Lin Wu", "lin@example.com", "secret", Locale.ENGLISH);
        people.join(LIN, null, Role.REVIEW_STAFF);
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

    private Duration untilDue(String number) {
        return Duration.between(clock.instant(), requests.get(number).dueAt());
    }

    private String requested() {
        return transaction.execute(it ->
                enablements.request(game, "Season start is 1 December", MEI).number());
    }

    private void decide(String number, Username by, Map<String, Object> values) {
        tasks.complete(tasks.open(number).get(0).id(), by, values);
        runJobs();
    }

    private String endOf(String number) {
        return String.valueOf(history.of(number).get(0).row().endActivity());
    }
}

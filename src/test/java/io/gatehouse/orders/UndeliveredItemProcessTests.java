package io.gatehouse.orders;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.gatehouse.core.Forbidden;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Money;
import io.gatehouse.core.Refusal;
import io.gatehouse.core.Username;
import io.gatehouse.delivery.Kind;
import io.gatehouse.delivery.NotificationsSettled;
import io.gatehouse.delivery.Settled;
import io.gatehouse.mail.Inbox;
import io.gatehouse.mail.Mails;
import io.gatehouse.mail.SentMail;
import io.gatehouse.sandbox.Visitor;
import io.gatehouse.workflow.History;
import io.gatehouse.workflow.OpenTask;
import io.gatehouse.workflow.Processes;
import io.gatehouse.workflow.UserTasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** One test for each end of {@code undelivered-item}, and for each event at its tasks. */
class UndeliveredItemProcessTests extends OrderTest {

    @Autowired
    Processes processes;

    @Autowired
    UserTasks tasks;

    @Autowired
    History history;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Mails mails;

    @Autowired
    UndeliveredDecision question;

    @Autowired
    JdbcClient db;

    String orderNo = "";

    @BeforeEach
    void anOrderThatWasGivenUp() {
        orderNo = paid("u-1");
        settled(false);
        transaction.executeWithoutResult(it -> processes.start("undelivered-item", orderNo, Map.of()));
    }

    private void givenUp(String other) {
        var outcome = new Settled("n-2", Kind.DELIVERY, game, other, null, false, 16, clock.instant());
        transaction.executeWithoutResult(it -> {
            events.publishEvent(new NotificationsSettled(List.of(outcome)));
            processes.start("undelivered-item", other, Map.of());
        });
        runJobs();
    }

    @Test
    void asksTheTeamFirst() {

        assertThat(task().key()).isEqualTo("ResolveUndelivered");
        assertThat(task().isForTheTeam()).isTrue();
        assertThat(get(orderNo).state()).isEqualTo(OrderState.DELIVERY_FAILED);
        assertThat(mailsTo(MEI, "undelivered-asked")).isEqualTo(1);
        assertThat(mailsTo(OPAL, "undelivered-asked")).isZero();
    }

    @Test
    void endsDeliveredWhenTheNotificationIsTakenAtLast() {

        decide(MEI, "resend", null);

        assertThat(tasks.open(orderNo)).isEmpty();
        assertThat(get(orderNo).state()).isEqualTo(OrderState.DELIVERING);

        settled(true);

        assertThat(get(orderNo).state()).isEqualTo(OrderState.DELIVERED);
        assertThat(end()).isEqualTo("DeliveredAfterAll");
    }

    @Test
    void asksTheTeamAgainWhenTheNotificationFailsAgain() {

        decide(MEI, "resend", null);

        settled(false);

        assertThat(task().key()).isEqualTo("ResolveUndelivered");
        assertThat(get(orderNo).state()).isEqualTo(OrderState.DELIVERY_FAILED);
    }

    @Test
    void endsConfirmedWithEvidence() {

        decide(MEI, "confirm", "The player shows the chest in their inventory");

        assertThat(get(orderNo).state()).isEqualTo(OrderState.DELIVERED);
        assertThat(get(orderNo).settledBy()).isEqualTo(MEI.value());
        assertThat(end()).isEqualTo("ConfirmedByHand");
    }

    @Test
    void isNotConfirmedWithoutEvidence() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> decide(MEI, "confirm", null))
                .satisfies(it -> assertThat(it.code()).isEqualTo("undelivered.note-confirm"));
        assertThat(task().key()).isEqualTo("ResolveUndelivered");
    }

    @Test
    void endsRefundedWhenTheMoneyIsBack() {

        orders.reserveRefund(orderNo, "RF-" + game, Money.of(999, "USD"));
        decide(MEI, "refund", "The server will not come back");

        orders.settleRefund(orderNo, "RF-" + game);

        assertThat(get(orderNo).refund()).isEqualTo(RefundProgress.REFUNDED);
        assertThat(end()).isEqualTo("RefundedAfterAll");
    }

    @Test
    void asksTheSuperappWhenTheRefundIsNotMade() {

        orders.reserveRefund(orderNo, "RF-" + game, Money.of(999, "USD"));
        decide(MEI, "refund", "The server will not come back");

        orders.releaseRefund(orderNo, "RF-" + game);

        assertThat(task().key()).isEqualTo("DecideUndelivered");
        assertThat(mailsTo(DANA, "undelivered-superapp")).isEqualTo(1);
    }

    @Test
    void endsDeliveredWhenTheGameConfirmsItself() {

        orders.confirmDelivered(game, orderNo, "api");

        assertThat(get(orderNo).settledBy()).isEqualTo("api");
        assertThat(tasks.open(orderNo)).isEmpty();
        assertThat(end()).isEqualTo("DeliveredAfterAll");
    }

    @Test
    void remindsTheTeamAndThenAsksTheSuperapp() {

        passTime(Duration.ofDays(4));

        assertThat(inbox.naming("/virtual-payment/orders?game=" + game))
                .filteredOn(it -> it.isTo("mei.orders@example.com"))
                .extracting(Inbox.Arrived::subject)
                .contains("Undelivered orders of Skyforge Isles still wait for a decision");
        assertThat(task().key()).isEqualTo("DecideUndelivered");
        assertThat(task().groups()).containsExactly("superapp-administrator");
        assertThat(orders.caseOf(orderNo))
                .get()
                .satisfies(it -> assertThat(it.withSuperapp()).isTrue());
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> decide(MEI, "resend", null))
                .satisfies(it -> assertThat(it.code()).isEqualTo("undelivered.with-superapp"));
    }

    @Test
    void remindsTheSuperappAndEscalates() {

        passTime(Duration.ofDays(4));
        passTime(Duration.ofDays(7));

        assertThat(task().key()).isEqualTo("DecideUndelivered");
        assertThat(inbox.naming("/virtual-payment/orders?game=" + game))
                .filteredOn(it -> it.isTo("dana.orders@example.com"))
                .extracting(Inbox.Arrived::subject)
                .contains(
                        "Undelivered orders of Skyforge Isles still wait for a decision",
                        "Undelivered orders of Skyforge Isles are overdue");
    }

    @Test
    void isAmongTheReviewsOfTheSuperappAfterTheTeamsTime() throws Exception {
        var dana = Visitor.signedIn(port, DANA.value());
        var reviewer = Visitor.signedIn(port, "reviewer");
        assertThat(dana.get("/reviews").body()).doesNotContain(orderNo);

        passTime(Duration.ofDays(4));
        passTime(Duration.ofDays(7));

        assertThat(dana.get("/reviews").body())
                .contains(orderNo, "Royal chest", "/virtual-payment/orders/" + orderNo + "?game=" + game, " late");
        assertThat(dana.get("/reviews?kind=UNDELIVERED").body()).contains(orderNo);
        assertThat(dana.get("/reviews?kind=RELEASE").body()).doesNotContain(orderNo);
        assertThat(reviewer.get("/reviews").body()).doesNotContain(orderNo);

        decide(DANA, "confirm", "Support has seen the item");

        assertThat(dana.get("/reviews").body()).doesNotContain(orderNo);
    }

    @Test
    void isFoundOnPagesOfTheReviewsAndCountedWholeHoweverManyAreShown() {
        var other = paid("u-2");
        givenUp(other);
        passTime(Duration.ofDays(4));
        passTime(Duration.ofDays(7));

        var first = question.mostUrgent(game, null, 1);
        var second = question.mostUrgent(game, first.next(), 1);

        assertThat(question.waiting()).containsEntry(game, 2L);
        assertThat(question.late(clock.instant())).isGreaterThanOrEqualTo(2);
        assertThat(List.of(first.rows().get(0).number(), second.rows().get(0).number()))
                .containsExactlyInAnyOrder(orderNo, other);
        assertThat(second.next()).isNull();
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> question.mostUrgent(null, "GH-0", 1));
    }

    @Test
    void isShownForOneGameAloneToo() throws Exception {
        var dana = Visitor.signedIn(port, DANA.value());

        passTime(Duration.ofDays(4));

        assertThat(dana.get("/reviews?kind=UNDELIVERED&of=" + game).body()).contains(orderNo);
        assertThat(dana.get("/reviews?kind=UNDELIVERED&of=wx2e6b90f4c8d1").body())
                .doesNotContain(orderNo);
    }

    @Test
    void keepsTheMailsOfAllWhoWereAskedInTheCaseOfEachOrder() {
        var other = paid("u-2");
        givenUp(other);

        passTime(Duration.ofDays(4));

        assertThat(List.of(orderNo, other))
                .allSatisfy(it -> assertThat(mails.of(it))
                        .extracting(SentMail::subject)
                        .contains(
                                "Players of Skyforge Isles have paid and wait for their items",
                                "Undelivered orders of Skyforge Isles still wait for a decision"));
        assertThat(mailsTo(MEI, "undelivered-asked")).isEqualTo(1);
    }

    @Test
    void isDecidedByTheSuperappAfterTheTeamsTime() {

        passTime(Duration.ofDays(4));

        decide(DANA, "confirm", "Support has seen the item");

        assertThat(end()).isEqualTo("ConfirmedByHand");
    }

    @Test
    void isNotDecidedByTheSuperappInTheTeamsTime() {
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> decide(DANA, "resend", null))
                .satisfies(it -> assertThat(it.code()).isEqualTo("undelivered.team-first"));
    }

    @Test
    void isNotDecidedByWhoMayOnlyLook() {
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> decide(OPAL, "resend", null));
    }

    @Test
    void takesOnlyTheChoicesOfItsForm() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> decide(MEI, "forget", null));
        assertThat(task().key()).isEqualTo("ResolveUndelivered");
    }

    private void decide(Username who, String resolution, @Nullable String note) {
        var values = note == null ? Map.of("resolution", resolution) : Map.of("resolution", resolution, "note", note);
        tasks.complete(task().id(), who, values);
        runJobs();
    }

    private void settled(boolean acknowledged) {
        var outcome = new Settled("n-1", Kind.DELIVERY, game, orderNo, null, acknowledged, 16, clock.instant());
        transaction.executeWithoutResult(it -> events.publishEvent(new NotificationsSettled(List.of(outcome))));
        runJobs();
    }

    private OpenTask task() {
        return tasks.open(orderNo).get(0);
    }

    private @Nullable String end() {
        return history.of(orderNo).stream()
                .filter(it -> it.row().process().equals("undelivered-item"))
                .findFirst()
                .orElseThrow()
                .row()
                .endActivity();
    }

    private long mailsTo(Username person, String template) {
        return db.sql("select count(*) from mail where recipient = ? and game = ? and key like ?")
                .params(person.value(), game.value(), template + "/%")
                .query(Long.class)
                .single();
    }
}

package io.gatehouse.orders;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.core.Forbidden;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Money;
import io.gatehouse.core.Refusal;
import io.gatehouse.mail.Inbox;
import io.gatehouse.workflow.History;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** One test for each end of {@code undelivered-item}, and for each event at its tasks. */
class UndeliveredItemProcessTests extends UndeliveredTest {

    @Autowired
    History history;

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

    private @Nullable String end() {
        return history.of(orderNo).stream()
                .filter(it -> it.row().process().equals("undelivered-item"))
                .findFirst()
                .orElseThrow()
                .row()
                .endActivity();
    }
}

package io.gatehouse.refunds;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Money;
import io.gatehouse.core.TeamId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A refund order … */
class RefundTests {

    private static final Instant PAID_AT = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Money PAID = Money.of(999, "USD");
    private static final String REVIEWER = "reviewer";
    private static final String FINANCE = "finance";

    @Test
    void waitsForAReviewerAtFirst() {

        var refund = chest();

        assertThat(refund.view().status()).isEqualTo(RefundStatus.IN_REVIEW);
        assertThat(refund.view().amount()).isEqualTo(PAID);
        assertThat(refund.view().initiatedAt()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1000})
    void asksForNoMoreThanWasPaidAndForSomething(long amount) {

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> refund(Money.of(amount, "USD"), NOW, "player"))
                .satisfies(it -> assertThat(it.field()).isEqualTo("refund_fee"));
    }

    @Test
    void isAskedForWithin365DaysOfThePayment() {

        var lastMoment = PAID_AT.plus(Duration.ofDays(365));

        assertThat(refund(PAID, lastMoment, "player").view().status().isOpen()).isTrue();
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> refund(PAID, lastMoment.plusSeconds(1), "player"))
                .satisfies(it -> assertThat(it.code()).isEqualTo("refund.too-late"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 6})
    void hasAReasonFrom0To5(int number) {

        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> RefundReason.of(number));
    }

    @Test
    void goesOnToTheReviewWithTheDevelopersAnswer() {

        var refund = chest().hear(NOW.plusSeconds(60));

        refund.answer(yes("developer"));

        assertThat(refund.view().status()).isEqualTo(RefundStatus.IN_REVIEW);
        assertThat(refund.view().answer()).isEqualTo(yes("developer"));
    }

    @Test
    void isNotObjectedToWithoutSayingWhy() {

        var refund = chest().hear(NOW.plusSeconds(60));

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> refund.answer(new Word(false, "  ", "developer", NOW)))
                .satisfies(it -> assertThat(it.field()).isEqualTo("note"));
    }

    @Test
    void goesOnToTheReviewWhenTheDeadlineOfTheHearingHasPassed() {

        var refund = chest().hear(NOW.plusSeconds(60)).hearNoLonger();

        assertThat(refund.view().status()).isEqualTo(RefundStatus.IN_REVIEW);
        assertThatExceptionOfType(IllegalTransition.class).isThrownBy(() -> refund.answer(yes("developer")));
    }

    @Test
    void isNotDecidedWhileTheDeveloperIsHeard() {

        var refund = chest().hear(NOW.plusSeconds(60));

        assertThatExceptionOfType(IllegalTransition.class).isThrownBy(() -> refund.decide(yes(REVIEWER)));
    }

    @Test
    void isNotDecidedByWhoeverAskedForIt() {

        var refund = refund(PAID, NOW, REVIEWER);

        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> refund.decide(yes(REVIEWER)))
                .satisfies(it -> assertThat(it.code()).isEqualTo("refund.own-request"));
    }

    @Test
    void isNotPaidByWhoeverGrantedIt() {

        var refund = chest().decide(yes(REVIEWER));

        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> refund.release(yes(REVIEWER)))
                .satisfies(it -> assertThat(it.code()).isEqualTo("refund.own-grant"));
    }

    @Test
    void isNotPaidByWhoeverAskedForIt() {

        var refund = refund(PAID, NOW, FINANCE).decide(yes(REVIEWER));

        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> refund.release(yes(FINANCE)))
                .satisfies(it -> assertThat(it.code()).isEqualTo("refund.own-request"));
    }

    @Test
    void isNotRefusedWithoutANote() {

        var refund = chest();

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> refund.decide(new Word(false, "", REVIEWER, NOW)));
        assertThat(refund.view().status()).isEqualTo(RefundStatus.IN_REVIEW);
    }

    @Test
    void isNotPaidWithoutBeingGranted() {

        assertThatExceptionOfType(IllegalTransition.class).isThrownBy(() -> chest().attempt());
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> chest().decide(no(REVIEWER)).attempt());
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(
                        () -> chest().decide(yes(REVIEWER)).release(no(FINANCE)).attempt());
    }

    @Test
    void knowsWhetherTheChannelWasToldBefore() {

        var refund = granted();

        assertThat(refund.attempt()).isTrue();
        assertThat(refund.attempt()).isFalse();
        assertThat(refund.view().status()).isEqualTo(RefundStatus.PAYING);
    }

    @Test
    void isSettledOnceHoweverOftenItIsReported() {

        var refund = granted();
        refund.attempt();

        refund.settle("C1", NOW).settle("C2", NOW.plusSeconds(5));

        assertThat(refund.view().status()).isEqualTo(RefundStatus.REFUNDED);
        assertThat(refund.view().channelNo()).isEqualTo("C1");
        assertThat(refund.view().finishedAt()).isEqualTo(NOW);
        assertThatExceptionOfType(IllegalTransition.class).isThrownBy(() -> refund.fail("late", NOW));
        assertThatExceptionOfType(IllegalTransition.class).isThrownBy(refund::attempt);
    }

    @Test
    void saysWhyTheChannelDidNotPay() {

        var refund = granted();
        refund.attempt();

        refund.fail("account closed", NOW);

        assertThat(refund.view().status()).isEqualTo(RefundStatus.FAILED);
        assertThat(refund.view().failure()).isEqualTo("account closed");
        assertThatExceptionOfType(IllegalTransition.class).isThrownBy(() -> refund.settle("C1", NOW));
    }

    @Test
    void isTheSameUnderTheSameNumberOfTheGameOnly() {

        var refund = chest();

        assertThat(refund.sameAs(request("player", 999L, RefundReason.OTHER))).isSameAs(refund);
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> refund.sameAs(request("player", 100L, RefundReason.OTHER)))
                .satisfies(it -> assertThat(it.code()).isEqualTo("refund.number-used"));
    }

    private static Refund chest() {
        return refund(PAID, NOW, "player");
    }

    private static Refund granted() {
        return chest().decide(yes(REVIEWER));
    }

    private static Refund refund(Money amount, Instant now, String by) {
        return new Refund("RF-20261123-0001", request(by, null, RefundReason.OTHER), sale(), amount, now);
    }

    private static RefundRequest request(String by, @Nullable Long amount, RefundReason reason) {
        return new RefundRequest(
                new AppId("wx7f20c4a19be3"), "GH1", amount, reason, RefundSource.PLAYER, "lost it", by, "G1");
    }

    private static Sale sale() {
        return new Sale(new TeamId("northlight"), Env.LIVE, "sf_1", "oQx4", "Royal chest × 1", PAID, PAID_AT, true);
    }

    private static Word yes(String by) {
        return new Word(true, "", by, NOW);
    }

    private static Word no(String by) {
        return new Word(false, "used up", by, NOW);
    }
}

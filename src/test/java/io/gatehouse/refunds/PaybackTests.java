package io.gatehouse.refunds;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.gatehouse.access.Role;
import io.gatehouse.core.AppId;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.Money;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Username;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Money goes back once and never in excess, whatever races and whatever gets lost. */
class PaybackTests extends RefundTest {

    @Test
    void isMadeOnceWhenTheChannelPaysAndItsAnswerIsLost() {

        var order = paid(999, "PAID");
        var number = asked(order);
        channel.loseAnswers();
        assertThatThrownBy(() -> grant(number)).hasCauseInstanceOf(PaybackUnknown.class);
        assertThat(status(number)).isEqualTo(RefundStatus.PAYING);

        channel.comeBack();
        runJobs();

        assertThat(status(number)).isEqualTo(RefundStatus.REFUNDED);
        assertThat(channel.told).hasSize(1);
        assertThat(channel.asked).containsExactly(number);
        assertThat(orders.get(game, order).refunded()).isEqualTo(Money.of(999, "USD"));
    }

    @Test
    void isToldAgainUnderTheSameNumberWhenTheChannelNeverHeardOfIt() {

        var number = asked(paid(999, "PAID"));
        channel.goDown();
        assertThatThrownBy(() -> grant(number)).hasCauseInstanceOf(PaybackUnknown.class);

        channel.comeBack();
        runJobs();

        assertThat(status(number)).isEqualTo(RefundStatus.REFUNDED);
        assertThat(channel.told).extracting(it -> it.refundNo()).containsExactly(number);
        assertThat(channel.paid).hasSize(1);
    }

    @Test
    void isSeenAsAFailedJobWithItsReasonWhenItKeepsFailing() {

        var number = asked(paid(999, "PAID"));
        channel.goDown();
        assertThatThrownBy(() -> grant(number)).hasCauseInstanceOf(PaybackUnknown.class);

        var job = management.createJobQuery().withException().list().stream()
                .filter(it -> it.getExceptionMessage().contains(number))
                .findFirst();

        assertThat(job).isPresent();
        assertThat(job.get().getExceptionMessage()).contains("is not known");
        channel.comeBack();
        runJobs();
    }

    @Test
    void isReportedTwiceAndBookedOnce() {

        var order = paid(999, "PAID");
        var number = asked(order);
        grant(number);
        var report = new RefundResult(number, true, 999, "C-9", null, Channel.PAID_AT);

        refunds.settled(report);
        refunds.settled(report);

        assertThat(orders.get(game, order).refunded()).isEqualTo(Money.of(999, "USD"));
    }

    @Test
    void isNotReportedWithAnotherAmountAndRaisesAnAlarm() {

        var number = asked(paid(999, "PAID"));
        grant(number);

        assertThatExceptionOfType(RefundConflict.class)
                .isThrownBy(() -> refunds.settled(new RefundResult(number, true, 1, "C-9", null, Channel.PAID_AT)));

        assertThat(db.sql("select count(*) from mail where request = ? and subject like 'Alarm%'")
                        .param(number)
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void isReportedOtherwiseInTheLanguageOfWhoeverIsTold() {

        var wen = new Username("wen-of-refunds");
        person(wen, "Wen Li", null, Role.SUPERAPP_ADMINISTRATOR, Locale.SIMPLIFIED_CHINESE);
        var number = asked(paid(999, "PAID"));

        assertThatExceptionOfType(RefundConflict.class)
                .isThrownBy(() -> refunds.settled(new RefundResult(number, true, 999, "C-9", null, Channel.PAID_AT)));

        assertThat(db.sql("select body from mail where request = ? and recipient = ?")
                        .params(number, wen.value())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("状态为审核中", "已退款 9.99 USD")
                .doesNotContain("IN_REVIEW", "paid");
    }

    @Test
    void isNotReportedForWhatWasNeverGranted() {

        var number = asked(paid(999, "PAID"));

        assertThatExceptionOfType(RefundConflict.class)
                .isThrownBy(() -> refunds.settled(new RefundResult(number, true, 999, "C-9", null, Channel.PAID_AT)));
        assertThat(status(number)).isEqualTo(RefundStatus.IN_REVIEW);
    }

    @Test
    void neverExceedsWhatWasPaidHoweverManyAskAtOnce() throws Exception {

        var order = paid(1000, "PAID");
        var granted = new AtomicInteger();
        var attempts = new ArrayList<Callable<Void>>();
        for (int i = 0; i < 50; i++) {
            var externalNo = "G" + i;
            attempts.add(() -> {
                try {
                    refunds.request(new RefundRequest(
                            game, order, 300L, RefundReason.OTHER, RefundSource.API, "part", "api", externalNo));
                    granted.incrementAndGet();
                } catch (IllegalTransition e) {
                    // the one open refund is another's
                }
                return null;
            });
        }
        var threads = Executors.newFixedThreadPool(16);
        for (var attempt : threads.invokeAll(attempts)) {
            attempt.get();
        }
        threads.shutdown();

        assertThat(granted.get()).isEqualTo(1);
        assertThat(orders.get(game, order).left()).isEqualTo(Money.of(700, "USD"));
    }

    @Test
    void isAskedForInPartsUntilNothingIsLeft() {

        var order = paid(1000, "PAID");
        for (var part : List.of(400L, 600L)) {
            grant(ask(order, part, RefundReason.OTHER, null));
        }

        assertThat(orders.get(game, order).refunded()).isEqualTo(Money.of(1000, "USD"));
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> ask(order, 1L, RefundReason.OTHER, null));
        assertThat(channel.paid).hasSize(2);
    }

    @Test
    void hasOneNumberForOneNumberOfTheAsker() {

        var order = paid(999, "PAID");

        var first = ask(order, 999L, RefundReason.OTHER, "G-1");
        var again = ask(order, 999L, RefundReason.OTHER, "G-1");

        assertThat(again).isEqualTo(first);
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> ask(order, 1L, RefundReason.OTHER, "G-1"))
                .satisfies(it -> assertThat(it.code()).isEqualTo("refund.number-used"));
    }

    @Test
    void hasOneNumberForOneNumberOfTheAskerThatComesTenTimesAtOnce() throws Exception {

        var order = paid(999, "PAID");
        Callable<String> request = () -> refunds.request(
                new RefundRequest(game, order, 999L, RefundReason.OTHER, RefundSource.PLAYER, "", "player", "TW-1"));

        var threads = Executors.newFixedThreadPool(10);
        var numbers = new HashSet<String>();
        for (var answer : threads.invokeAll(Collections.nCopies(10, request))) {
            numbers.add(answer.get());
        }
        threads.shutdown();

        assertThat(numbers).hasSize(1);
    }

    @Test
    void isForPaidOrdersOfTheGameOnly() {

        var order = paid(999, "PAID");
        var other = new AppId("wx-other");

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> refunds.request(
                        new RefundRequest(other, order, null, RefundReason.OTHER, RefundSource.API, "", "api", null)));
    }
}

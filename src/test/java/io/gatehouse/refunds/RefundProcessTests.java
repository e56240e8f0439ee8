package io.gatehouse.refunds;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.access.Role;
import io.gatehouse.core.Money;
import io.gatehouse.core.Username;
import io.gatehouse.requests.RequestStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** One test for each end of {@code refund}, and for each event at its tasks. */
class RefundProcessTests extends RefundTest {

    @Autowired
    RefundProcess process;

    @Test
    void paysBackWhatAReviewerGrants() {

        var order = paid(999, "DELIVERED");
        var number = asked(order);

        grant(number);

        assertThat(status(number)).isEqualTo(RefundStatus.REFUNDED);
        assertThat(channel.told).singleElement().satisfies(it -> {
            assertThat(it.refundNo()).isEqualTo(number);
            assertThat(it.amount()).isEqualTo(Money.of(999, "USD"));
        });
        assertThat(orders.get(game, order).refunded()).isEqualTo(Money.of(999, "USD"));
        assertThat(requests.get(number).status()).isEqualTo(RequestStatus.APPROVED);
        assertThat(inbox.naming(number))
                .filteredOn(it -> it.subject().contains("was paid"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.to()).containsExactly(MEI + "@example.com");
                    assertThat(it.text()).contains("/virtual-payment/after-sales/" + number + "?game=" + game);
                });
        assertThat(endOf(number)).isEqualTo("RefundPaid");
    }

    @Test
    void paysNothingWhenAReviewerRefuses() {

        var order = paid(999, "DELIVERED");
        var number = asked(order);

        decide(number, HANA, Map.of("decision", "reject", "note", "The chest was opened"));

        assertThat(status(number)).isEqualTo(RefundStatus.REFUSED);
        assertThat(channel.told).isEmpty();
        assertThat(orders.get(game, order).left()).isEqualTo(Money.of(999, "USD"));
        assertThat(mails.of(number)).extracting(it -> it.body()).anyMatch(it -> it.contains("The chest was opened"));
        assertThat(endOf(number)).isEqualTo("RefundRefused");
    }

    @Test
    void endsAsFailedWhenTheChannelWillNotPay() {

        var order = paid(999, "DELIVERED");
        var number = asked(order);
        channel.refuse();

        grant(number);

        assertThat(status(number)).isEqualTo(RefundStatus.FAILED);
        assertThat(orders.get(game, order).left()).isEqualTo(Money.of(999, "USD"));
        assertThat(endOf(number)).isEqualTo("RefundFailed");
    }

    @Test
    void asksTheDeveloperWhoKnowsMore() {

        var number = ask(paid(999, "DELIVERED"), null, RefundReason.PRODUCT_PROBLEM, null);

        assertThat(status(number)).isEqualTo(RefundStatus.HEARING);
        assertThat(tasks.open(number))
                .singleElement()
                .satisfies(it -> assertThat(it.isForTheTeam()).isTrue());
        assertThat(mails.of(number)).extracting(it -> it.to()).contains(MEI);

        decide(number, MEI, Map.of("opinion", "object", "note", "It was used up"));

        assertThat(status(number)).isEqualTo(RefundStatus.IN_REVIEW);
        assertThat(refunds.get(number).answer()).extracting(Word::note).isEqualTo("It was used up");
    }

    @Test
    void goesOnWithoutTheDeveloperAfterTheDeadline() {

        var number = ask(paid(999, "DELIVERED"), null, RefundReason.PRODUCT_PROBLEM, null);

        passTime(Duration.ofHours(25));

        assertThat(status(number)).isEqualTo(RefundStatus.IN_REVIEW);
        assertThat(tasks.open(number))
                .singleElement()
                .satisfies(it -> assertThat(it.key()).isEqualTo("ReviewRefund"));
    }

    @Test
    void letsFinanceReleaseWhatIsAboveTheLimit() {

        var number = asked(paid(9999, "PAID"));

        grant(number);

        assertThat(status(number)).isEqualTo(RefundStatus.GRANTED);
        assertThat(channel.told).isEmpty();

        decide(number, AMARA, Map.of("decision", "approve"));

        assertThat(status(number)).isEqualTo(RefundStatus.REFUNDED);
        assertThat(endOf(number)).isEqualTo("RefundPaid");
    }

    @Test
    void takesTheGrantBackWhenFinanceRefuses() {

        var order = paid(9999, "PAID");
        var number = asked(order);
        grant(number);

        decide(number, AMARA, Map.of("decision", "reject", "note", "Charged back already"));

        assertThat(status(number)).isEqualTo(RefundStatus.REFUSED);
        assertThat(requests.get(number).status()).isEqualTo(RequestStatus.REVOKED);
        assertThat(orders.get(game, order).left()).isEqualTo(Money.of(9999, "USD"));
        assertThat(endOf(number)).isEqualTo("RefundRefused");
    }

    @Test
    void remindsReviewersAndEscalates() {

        var number = asked(paid(999, "PAID"));
        person(
                new Username("dana-of-refunds"),
                "dana-of-refunds",
                null,
                Role.SUPERAPP_ADMINISTRATOR,
                Locale.SIMPLIFIED_CHINESE);

        passTime(Duration.ofDays(5));

        assertThat(inbox.naming(number))
                .anyMatch(it -> it.isTo(LEO + "@example.com") && it.text().contains("/reviews/" + number))
                .anyMatch(it ->
                        it.isTo("dana-of-refunds@example.com") && it.subject().contains("已超时"));
        assertThat(tasks.open(number)).hasSize(1);
        assertThat(history.of(number).get(0).activities())
                .extracting(it -> it.id())
                .contains("RemindReview", "EscalateReview");
    }

    @Test
    void remindsFinanceAndEscalates() {

        var number = asked(paid(9999, "PAID"));
        grant(number);

        passTime(Duration.ofDays(3));

        assertThat(tasks.open(number)).hasSize(1);
        assertThat(mails.of(number)).extracting(it -> it.subject()).anyMatch(it -> it.contains("still waits"));
        assertThat(history.of(number).get(0).activities())
                .extracting(it -> it.id())
                .contains("RemindRelease", "EscalateRelease");
    }

    @Test
    void goesOnAtOnceWhenTheChannelReports() {

        var number = asked(paid(999, "PAID"));
        channel.takeItsTime();
        grant(number);
        assertThat(status(number)).isEqualTo(RefundStatus.PAYING);

        refunds.settled(new RefundResult(number, true, 999, "C-1", null, Channel.PAID_AT));
        runJobs();

        assertThat(status(number)).isEqualTo(RefundStatus.REFUNDED);
        assertThat(refunds.get(number).channelNo()).isEqualTo("C-1");
        assertThat(endOf(number)).isEqualTo("RefundPaid");
    }

    @Test
    void asksAgainWhenTheChannelDoesNotReport() {

        var number = asked(paid(999, "PAID"));
        channel.takeItsTime();
        grant(number);
        channel.finish();

        passTime(Duration.ofMinutes(2));

        assertThat(status(number)).isEqualTo(RefundStatus.REFUNDED);
        assertThat(channel.told).hasSize(1);
        assertThat(channel.asked).containsExactly(number);
    }

    @Test
    void isStartedFromTasklistOnAPlayersBehalf() {

        var order = paid(999, "PAID");

        var number = transaction.execute(it -> process.start(
                Map.of(
                        "appId",
                        game.value(),
                        "orderNo",
                        "g-" + order,
                        "amount",
                        "4.99",
                        "reason",
                        "5",
                        "message",
                        "By phone"),
                HANA));
        runJobs();

        assertThat(refunds.get(String.valueOf(number)).amount()).isEqualTo(Money.of(499, "USD"));
        assertThat(refunds.get(String.valueOf(number)).source()).isEqualTo(RefundSource.STAFF);
        assertThat(tasks.open(String.valueOf(number))).hasSize(1);
    }
}

package io.gatehouse.orders;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;

import io.gatehouse.core.Money;
import io.gatehouse.superapp.PaymentOpened.Outcome;
import io.gatehouse.superapp.PaymentState;
import io.gatehouse.superapp.PaymentState.Trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** A payment at the superapp … */
class PaymentOpeningTests extends OrderTest {

    @Autowired
    Payments payments;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    PurchaseChecks checks = mock(PurchaseChecks.class);
    FakeChannel channel = new FakeChannel();

    @BeforeEach
    void nobodyElsesOrdersAreDue() {
        unpaid().closeOverdue();
        channel.asked.clear();
    }

    @Test
    void isOpenedWithWhatTheClientSignedByteForByte() {

        var answer = purchase("o-1");

        assertThat(answer).isInstanceOfSatisfying(Purchased.class, it -> {
            assertThat(get(it.orderNo()).state()).isEqualTo(OrderState.PAYING);
            assertThat(it.payId()).isEqualTo("pay-" + it.orderNo());
        });
        assertThat(channel.opened).singleElement().satisfies(it -> {
            assertThat(it.signData()).isEqualTo("{ \"as\" : \"sent\" }");
            assertThat(it.paySig()).isEqualTo("ab12");
            assertThat(it.signature()).isEqualTo("CD34");
        });
    }

    @Test
    void isAskedForWhenNoAnswerCame() {

        channel.openings.addAll(List.of(Outcome.UNKNOWN, Outcome.OPENED));

        var answer = purchase("o-2");

        assertThat(answer).isInstanceOf(Purchased.class);
        assertThat(channel.asked).hasSize(1);
        assertThat(channel.opened).extracting(it -> it.orderNo()).hasSize(2).containsOnly(channel.asked.get(0));
    }

    @Test
    void isLeftOpenWhenNobodyKnows() {

        channel.openings.addAll(List.of(Outcome.UNKNOWN, Outcome.UNKNOWN));

        assertThat(purchase("o-3"))
                .isInstanceOfSatisfying(
                        PurchaseRefused.class, it -> assertThat(it.errcode()).isEqualTo(-15004));
        assertThat(stored.find(game, "o-3")).get().extracting(OrderView::state).isEqualTo(OrderState.CREATED);
    }

    @Test
    void thatTheSuperappRefusesClosesTheOrder() {

        channel.openings.add(Outcome.REFUSED);

        assertThat(purchase("o-4"))
                .isInstanceOfSatisfying(
                        PurchaseRefused.class, it -> assertThat(it.errcode()).isEqualTo(-15004));
        assertThat(stored.find(game, "o-4")).get().extracting(OrderView::state).isEqualTo(OrderState.CLOSED);
    }

    @Test
    void isNotOpenedForAnOutTradeNoThatWasUsed() {

        placed("o-5");
        paid("o-6");

        assertThat(purchase("o-5"))
                .isInstanceOfSatisfying(
                        PurchaseRefused.class, it -> assertThat(it.errcode()).isEqualTo(-15003));
        assertThat(purchase("o-6"))
                .isInstanceOfSatisfying(
                        PurchaseRefused.class, it -> assertThat(it.errcode()).isEqualTo(-15007));
        assertThat(channel.opened).isEmpty();
    }

    @Test
    void thatNobodyMakesInHalfAnHourClosesTheOrder() {

        var orderNo = placed("o-7");
        clock.advance(Duration.ofMinutes(29));
        unpaid().closeOverdue();
        assertThat(get(orderNo).state()).isEqualTo(OrderState.CREATED);

        clock.advance(Duration.ofMinutes(2));
        unpaid().closeOverdue();

        assertThat(get(orderNo).state()).isEqualTo(OrderState.CLOSED);
    }

    @Test
    void whoseReportWasLostIsRecordedInsteadOfClosed() {

        var orderNo = placed("o-8");
        channel.states.put(
                orderNo, new PaymentState(Trade.PAID, "T-lost-" + game, Money.of(999, "USD"), clock.instant(), ""));
        clock.advance(Duration.ofMinutes(31));

        unpaid().closeOverdue();

        assertThat(get(orderNo).state()).isEqualTo(OrderState.PAID);
        assertThat(get(orderNo).transactionId()).isEqualTo("T-lost-" + game);
    }

    @Test
    void ofWhichNobodyKnowsKeepsTheOrderOpen() {

        var orderNo = placed("o-9");
        channel.states.put(orderNo, FakeChannel.state(Trade.UNKNOWN));
        clock.advance(Duration.ofMinutes(31));

        unpaid().closeOverdue();

        assertThat(get(orderNo).state()).isEqualTo(OrderState.CREATED);
        channel.states.clear();
        unpaid().closeOverdue();
        assertThat(get(orderNo).state()).isEqualTo(OrderState.CLOSED);
    }

    private PurchaseAnswer purchase(String outTradeNo) {
        var purchase = new Purchase(game.value(), "session-1", "{ \"as\" : \"sent\" }", "ab12", "CD34");
        when(checks.check(purchase)).thenReturn(new CheckedPurchase(chest(outTradeNo), "M-20418"));
        return new Purchases(checks, stored, channel, unpaid()).purchase(purchase);
    }

    private UnpaidOrders unpaid() {
        var settings = new PaymentSettings(true, Duration.ofMinutes(30), Duration.ofHours(24));
        return new UnpaidOrders(stored, payments, channel, settings, events, clock, transactions);
    }
}

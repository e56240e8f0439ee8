package io.gatehouse.orders;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.gatehouse.core.Money;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Username;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A payment … */
class PaymentTests extends OrderTest {

    @Autowired
    JdbcClient db;

    @Test
    void makesAnOrderPaidAndNotesItsNotificationDown() {

        var orderNo = placed("t-1");

        var accepted = orders.paid(payment("t-1"));

        assertThat(accepted.orderNo()).isEqualTo(orderNo);
        assertThat(get(orderNo).state()).isEqualTo(OrderState.PAID);
        assertThat(get(orderNo).item().name()).isEqualTo("Royal chest");
        assertThat(notificationsOf(orderNo)).isEqualTo(1);
    }

    @Test
    void repeatedAHundredTimesAtOnceIsRecordedOnce() throws Exception {

        var orderNo = placed("t-2");
        var payment = payment("t-2");

        var answers = atOnce(100, () -> orders.paid(payment));

        assertThat(new HashSet<>(answers)).hasSize(1);
        assertThat(notificationsOf(orderNo)).isEqualTo(1);
        assertThat(loggedOf(orderNo, "order.paid")).isEqualTo(1);
    }

    @Test
    void ofAnotherAmountIsRefusedAndRaisesOneAlarm() {

        var orderNo = paid("t-3");

        for (var again = 0; again < 3; again++) {
            assertThatExceptionOfType(PaymentConflict.class)
                    .isThrownBy(() -> orders.paid(payment("t-3", 1, clock.instant())))
                    .satisfies(it -> assertThat(it.code()).isEqualTo("payment.other-amount"));
        }

        assertThat(get(orderNo).amount()).isEqualTo(Money.of(999, "USD"));
        assertThat(loggedOf("t-3", "payment.refused")).isEqualTo(1);
        assertThat(alarmsTo(DANA)).isEqualTo(1);
    }

    @Test
    void ofAnotherAmountDoesNotMakeAnOrderPaid() {

        var orderNo = placed("t-4");

        assertThatExceptionOfType(PaymentConflict.class)
                .isThrownBy(() -> orders.paid(payment("t-4", 1000, clock.instant())));

        assertThat(get(orderNo).state()).isEqualTo(OrderState.CREATED);
        assertThat(notificationsOf(orderNo)).isZero();
    }

    @Test
    void thatIsASecondOneIsRefused() {

        paid("t-5");
        var second = new PaymentNotice(game, "t-5", "another", Money.of(999, "USD"), "WALLET", clock.instant());

        assertThatExceptionOfType(PaymentConflict.class)
                .isThrownBy(() -> orders.paid(second))
                .satisfies(it -> assertThat(it.code()).isEqualTo("payment.other-transaction"));
    }

    @Test
    void paysOneOrderOnly() {

        paid("t-6");
        placed("t-7");
        var reused = new PaymentNotice(
                game, "t-7", payment("t-6").transactionId(), Money.of(999, "USD"), "WALLET", clock.instant());

        assertThatExceptionOfType(PaymentConflict.class)
                .isThrownBy(() -> orders.paid(reused))
                .satisfies(it -> assertThat(it.code()).isEqualTo("payment.transaction-used"));
    }

    @Test
    void ofAnOrderNeverPlacedIsRefused() {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> orders.paid(payment("never-placed")));
    }

    @Test
    void doesNotOpenAClosedOrderAgain() {

        var orderNo = placed("t-8");
        stored.closed(orderNo);

        assertThatExceptionOfType(PaymentConflict.class)
                .isThrownBy(() -> orders.paid(payment("t-8")))
                .satisfies(it -> assertThat(it.code()).isEqualTo("payment.order-closed"));
        assertThat(get(orderNo).state()).isEqualTo(OrderState.CLOSED);
    }

    @Test
    void isForAnOutTradeNoThatTheGameUsesOnce() {

        placed("t-9");

        assertThat(stored.create(chest("t-9"))).isEmpty();
    }

    static <T> List<T> atOnce(int times, Callable<T> what) throws Exception {
        var threads = Executors.newFixedThreadPool(times);
        try {
            var calls = IntStream.range(0, times).mapToObj(it -> what).toList();
            var answers = new ArrayList<T>();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private long notificationsOf(String orderNo) {
        return db.sql("select count(*) from notification_outbox where order_no = ?")
                .param(orderNo)
                .query(Long.class)
                .single();
    }

    private long loggedOf(String subject, String type) {
        return db.sql("select count(*) from business_log where subject = ? and type = ? and game = ?")
                .params("order " + subject, type, game.value())
                .query(Long.class)
                .single();
    }

    private long alarmsTo(Username person) {
        return db.sql("select count(*) from mail where recipient = ? and game = ? and key like 'payment-conflict/%'")
                .params(person.value(), game.value())
                .query(Long.class)
                .single();
    }
}

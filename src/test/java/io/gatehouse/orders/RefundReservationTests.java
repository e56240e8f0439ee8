package io.gatehouse.orders;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.Money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The money of an order … */
class RefundReservationTests extends OrderTest {

    @Autowired
    JdbcClient db;

    @Test
    void isNeverGivenBackTwiceWhateverRaces() throws Exception {

        var orderNo = paid("r-1");
        var number = new AtomicInteger();

        var accepted = PaymentTests.atOnce(50, () -> reserve(orderNo, "RF-race-" + game + number.incrementAndGet()));

        // 999 cents hold nine refunds of 100 cents, and not ten
        assertThat(accepted).filteredOn(it -> it).hasSize(9);
        assertThat(get(orderNo).left()).isEqualTo(Money.of(99, "USD"));
        assertThat(get(orderNo).refund()).isEqualTo(RefundProgress.REFUNDING);
    }

    @Test
    void isReservedOnceForANumberThatIsSentFiftyTimes() throws Exception {

        var orderNo = paid("r-2");

        var accepted = PaymentTests.atOnce(50, () -> reserve(orderNo, "RF-same-" + game));

        assertThat(accepted).containsOnly(true);
        assertThat(get(orderNo).left()).isEqualTo(Money.of(899, "USD"));
    }

    @Test
    void isBookedAsGivenBackOnce() throws Exception {

        var orderNo = paid("r-3");
        reserve(orderNo, "RF-paid-" + game);

        PaymentTests.atOnce(20, () -> {
            orders.settleRefund(orderNo, "RF-paid-" + game);
            return true;
        });

        assertThat(get(orderNo).refunded()).isEqualTo(Money.of(100, "USD"));
        assertThat(get(orderNo).refund()).isEqualTo(RefundProgress.PARTIALLY_REFUNDED);
    }

    @Test
    void isNotReleasedAfterItWasGivenBack() {

        var orderNo = paid("r-4");
        reserve(orderNo, "RF-end-" + game);
        orders.settleRefund(orderNo, "RF-end-" + game);

        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> orders.releaseRefund(orderNo, "RF-end-" + game))
                .satisfies(it -> assertThat(it.code()).isEqualTo("order.refund-ended"));
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> orders.reserveRefund(orderNo, "RF-end-" + game, Money.of(100, "USD")))
                .satisfies(it -> assertThat(it.code()).isEqualTo("order.refund-number-used"));
    }

    @Test
    void isNotGivenBackBeforeItsPayment() {

        var orderNo = placed("r-5");

        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> orders.reserveRefund(orderNo, "RF-early-" + game, Money.of(1, "USD")));
    }

    @Test
    void isGuardedByTheDatabaseToo() {

        var orderNo = paid("r-6");

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> db.sql("update purchase_order set refunded = 1000 where order_no = ?")
                        .param(orderNo)
                        .update());
    }

    @Test
    void isListedWithItsRefunds() {

        var orderNo = paid("r-7");
        reserve(orderNo, "RF-list-" + game);
        orders.failRefund(orderNo, "RF-list-" + game);

        assertThat(orders.refunds(orderNo)).singleElement().satisfies(it -> {
            assertThat(it.state()).isEqualTo("FAILED");
            assertThat(it.amount()).isEqualTo(Money.of(100, "USD"));
        });
        assertThat(get(orderNo).refund()).isEqualTo(RefundProgress.REFUND_FAILED);
    }

    private boolean reserve(String orderNo, String refundNo) {
        try {
            orders.reserveRefund(orderNo, refundNo, Money.of(100, "USD"));
            return true;
        } catch (IllegalTransition e) {
            return false;
        }
    }
}

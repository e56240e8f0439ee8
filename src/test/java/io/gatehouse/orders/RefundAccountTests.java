package io.gatehouse.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.Money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The account of an order … */
class RefundAccountTests {

    private static final String ORDER = "GH-20261123-000001";

    @Test
    void keepsWhatARefundUnderWayWillTake() {

        var account = paid(999).reserve(ORDER, usd(600));

        assertThat(account.left()).isEqualTo(usd(399));
        assertThat(account.progress()).isEqualTo(RefundProgress.REFUNDING);
    }

    @Test
    void neverReservesMoreThanIsLeft() {

        var account = paid(999).reserve(ORDER, usd(600));

        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> account.reserve(ORDER, usd(400)))
                .satisfies(it -> assertThat(it.code()).isEqualTo("order.refund-exceeds"));
    }

    @Test
    void neverReservesNothing() {
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> paid(999).reserve(ORDER, usd(0)));
    }

    @Test
    void neverReservesAnotherCurrency() {
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> paid(999).reserve(ORDER, Money.of(1, "JPY")))
                .satisfies(it -> assertThat(it.code()).isEqualTo("order.refund-currency"));
    }

    @Test
    void isRefundedWhenAllIsGivenBack() {

        var account = paid(999).reserve(ORDER, usd(999)).settle(usd(999));

        assertThat(account.progress()).isEqualTo(RefundProgress.REFUNDED);
        assertThat(account.left()).isEqualTo(usd(0));
    }

    @Test
    void isPartlyRefundedWhenSomeIsGivenBack() {

        var account = paid(999).reserve(ORDER, usd(1)).settle(usd(1));

        assertThat(account.progress()).isEqualTo(RefundProgress.PARTIALLY_REFUNDED);
    }

    @Test
    void isAsBeforeWhenARefundIsRefused() {

        var account = paid(999).reserve(ORDER, usd(5)).release(usd(5));

        assertThat(account).isEqualTo(paid(999));
        assertThat(account.progress()).isEqualTo(RefundProgress.NONE);
    }

    @Test
    void saysThatTheChannelDidNotPay() {

        var account = paid(999).reserve(ORDER, usd(5)).fail(usd(5));

        assertThat(account.progress()).isEqualTo(RefundProgress.REFUND_FAILED);
        assertThat(account.left()).isEqualTo(usd(999));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261123})
    void neverGivesBackMoreThanWasPaidWhateverTheOrder(long seed) {

        var chance = new Random(seed);
        var account = paid(1000);
        List<Money> open = new ArrayList<>();

        for (var step = 0; step < 2000; step++) {
            var amount = usd(1 + chance.nextInt(300));
            if (chance.nextBoolean() && !amount.isMoreThan(account.left())) {
                account = account.reserve(ORDER, amount);
                open.add(amount);
            } else if (!open.isEmpty()) {
                var ending = open.remove(chance.nextInt(open.size()));
                account = switch (chance.nextInt(8)) {
                    case 0 -> account.settle(ending);
                    case 1 -> account.fail(ending);
                    default -> account.release(ending);
                };
            }
            assertThat(account.refunded().plus(account.reserved()).plus(account.left()))
                    .isEqualTo(account.paid());
            assertThat(account.left().minor()).isNotNegative();
        }
    }

    private static RefundAccount paid(long cents) {
        return new RefundAccount(usd(cents), usd(0), usd(0), false);
    }

    private static Money usd(long cents) {
        return Money.of(cents, "USD");
    }
}

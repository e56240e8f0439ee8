package io.gatehouse.orders;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import io.gatehouse.EmptyStatistics;
import io.gatehouse.core.HotPath;

import static org.assertj.core.api.Assertions.assertThat;

/** A rush after a quiet night: nothing of what waits for its payment is read but what is paid. */
class PaymentPlanTests extends OrderTest {

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private HotPath hotPath;

    @Test
    void aPaymentReadsNothingOfTheOtherOrdersThatWaitForTheirs() {
        transaction.executeWithoutResult(status -> {
            hotPath.enter();
            var queue = EmptyStatistics.of("unpaid_order", jdbc, """
                    insert into unpaid_order (placed_at, order_no)
                    select now() - make_interval(secs => n), 'GH-20261101-' || lpad(n::text, 9, '0') from generate_series(1, 3000) n
                    """);
            var notices = IntStream.range(0, 10)
                    .mapToObj(it -> "rush-" + it)
                    .peek(this::placed)
                    .map(this::payment)
                    .toList();

            var read = queue.readBy(() -> assertThat(stored.paid(notices)).hasSize(10));

            assertThat(read).isLessThan(EmptyStatistics.MOST_READ);
            assertThat(waiting(notices)).isZero();
            status.setRollbackOnly();
        });
    }

    private long waiting(List<PaymentNotice> notices) {
        return jdbc.queryForObject(
                "select count(*) from unpaid_order join purchase_order using (order_no) where out_trade_no = any(?) and app_id = ?",
                Long.class,
                notices.stream().map(PaymentNotice::outTradeNo).toArray(String[]::new),
                game.value());
    }
}

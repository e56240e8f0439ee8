package io.gatehouse.orders;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What is written on the path of every payment is not entered in the indexes of orders again. */
class PaymentPageTests extends OrderTest {

    @Autowired
    private JdbcClient db;

    @Autowired
    private OrderDeliveries deliveries;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aPaymentAndADeliveryLeaveAllIndexesOfTheOrderAlone() {
        transaction.executeWithoutResult(status -> {
            var changed = changes("n_tup_upd");
            var stayed = changes("n_tup_hot_upd");
            var orderNo = paid("page-1");
            deliveries.settled(OrderEvent.ACKNOWLEDGED, List.of(orderNo), clock.instant(), null);

            assertThat(get(orderNo).state()).isEqualTo(OrderState.DELIVERED);
            assertThat(changes("n_tup_upd") - changed).isEqualTo(2);
            assertThat(changes("n_tup_hot_upd") - stayed).isEqualTo(2);
        });
    }

    private long changes(String kind) {
        return db.sql("select " + kind + " from pg_stat_xact_user_tables where relname = 'purchase_order'")
                .query(Long.class)
                .single();
    }
}

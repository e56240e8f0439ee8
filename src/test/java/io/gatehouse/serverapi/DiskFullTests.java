package io.gatehouse.serverapi;

import java.net.http.HttpResponse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import io.gatehouse.FullDisk;

import static org.assertj.core.api.Assertions.assertThat;

/** While the database has no room left, a report of a payment … */
class DiskFullTests extends WireTest {

    private static final String PAID = "/payment/super-app/transactions/callback";

    @Autowired
    private JdbcTemplate database;

    @ParameterizedTest
    @ValueSource(
            strings = {"superapp_nonce", "purchase_order", "order_transaction", "notification_outbox", "business_log"})
    void isNotTakenAndLeavesNothingHalfDoneAndIsTakenOnceThereIsRoom(String table) throws Exception {

        var number = "df-" + table.replace('_', '-');
        var order = samples.unpaidOrder(number);
        HttpResponse<String> refused;
        try (var disk = FullDisk.under(table, database)) {
            refused = report(number);
            assertThat(disk.hasRefused()).isTrue();
        }

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("retry-after")).hasValue("5");
        assertThat(state(order)).isEqualTo("PAYING");
        assertThat(notifications(order)).isZero();

        assertThat(report(number).statusCode()).isEqualTo(200);
        assertThat(state(order)).isEqualTo("PAID");
        assertThat(notifications(order)).isEqualTo(1);
    }

    private HttpResponse<String> report(String outTradeNo) throws Exception {
        var callback = samples.signed(samples.payment(outTradeNo, "tx-" + outTradeNo, 499));
        return post(PAID, callback.body(), callback.headers());
    }

    private String state(String order) {
        return database.queryForObject("select state from purchase_order where order_no = ?", String.class, order);
    }

    private long notifications(String order) {
        return database.queryForObject(
                "select count(*) from notification_outbox where order_no = ?", Long.class, order);
    }
}

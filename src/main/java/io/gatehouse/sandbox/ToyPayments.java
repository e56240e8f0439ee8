package io.gatehouse.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The toy superapp's payments. */
@Repository
@Profile("sandbox")
class ToyPayments {

    private final JdbcClient db;

    ToyPayments(JdbcClient db) {
        this.db = db;
    }

    /** The same order number again changes nothing. */
    void open(ToyPayment payment) {
        db.sql("insert into toy_payment (pay_id, order_no, app_id, merchant_id, open_id, out_trade_no, item, amount,"
                        + " currency, attach, state, opened_at, told, tellings) values (:payId, :orderNo, :appId,"
                        + " :merchantId, :openId, :outTradeNo, :item, :amount, :currency, :attach, :state, :openedAt,"
                        + " 'NO', 0) on conflict (order_no) do nothing")
                .param("payId", payment.payId())
                .param("orderNo", payment.orderNo())
                .param("appId", payment.appId())
                .param("merchantId", payment.merchantId())
                .param("openId", payment.openId())
                .param("outTradeNo", payment.outTradeNo())
                .param("item", payment.item())
                .param("amount", payment.amount())
                .param("currency", payment.currency())
                .param("attach", payment.attach())
                .param("state", payment.state())
                .param("openedAt", Timestamp.from(payment.openedAt()))
                .update();
    }

    Optional<ToyPayment> find(String orderNo) {
        return db.sql("select * from toy_payment where order_no = ?")
                .param(orderNo)
                .query(ToyPayments::row)
                .optional();
    }

    Optional<ToyPayment> byPayId(String payId) {
        return db.sql("select * from toy_payment where pay_id = ?")
                .param(payId)
                .query(ToyPayments::row)
                .optional();
    }

    Optional<ToyPayment> of(String appId, String outTradeNo) {
        return db.sql("select * from toy_payment where app_id = ? and out_trade_no = ? order by opened_at desc limit 1")
                .param(appId)
                .param(outTradeNo)
                .query(ToyPayments::row)
                .optional();
    }

    /** Takes the money once; false if it was taken or the payment closed before. */
    boolean pay(String payId, String transactionId, Instant at, Instant tellAgain) {
        return db.sql("update toy_payment set state = 'SUCCESS', transaction_id = ?, paid_at = ?, tell_at = ?"
                                + " where pay_id = ? and state = 'WAIT_PAY'")
                        .param(transactionId)
                        .param(Timestamp.from(at))
                        .param(Timestamp.from(tellAgain))
                        .param(payId)
                        .update()
                == 1;
    }

    boolean close(String payId) {
        return db.sql("update toy_payment set state = 'CLOSED' where pay_id = ? and state = 'WAIT_PAY'")
                        .param(payId)
                        .update()
                == 1;
    }

    List<ToyPayment> toTell(Instant now) {
        return db.sql("select * from toy_payment where told = 'NO' and tell_at <= ? order by tell_at limit 50")
                .param(Timestamp.from(now))
                .query(ToyPayments::row)
                .list();
    }

    void told(String payId, String told, Instant again, String answer) {
        db.sql("update toy_payment set told = ?, tellings = tellings + 1, tell_at = ?, answer = ? where pay_id = ?")
                .param(told)
                .param(Timestamp.from(again))
                .param(answer)
                .param(payId)
                .update();
    }

    private static ToyPayment row(ResultSet row, int number) throws SQLException {
        return new ToyPayment(
                row.getString("pay_id"),
                row.getString("order_no"),
                row.getString("app_id"),
                row.getString("merchant_id"),
                row.getString("open_id"),
                row.getString("out_trade_no"),
                row.getString("item"),
                row.getLong("amount"),
                row.getString("currency"),
                row.getString("attach"),
                row.getString("state"),
                row.getTimestamp("opened_at").toInstant(),
                row.getString("transaction_id"),
                instant(row.getTimestamp("paid_at")),
                row.getString("told"),
                row.getInt("tellings"),
                row.getString("answer"));
    }

    static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}

package io.gatehouse.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The toy superapp's refunds, and what its players wish to have back. */
@Repository
@Profile("sandbox")
class ToyRefunds {

    private final JdbcClient db;

    ToyRefunds(JdbcClient db) {
        this.db = db;
    }

    /** Refunds once by refund number; the result is told a moment later. */
    void begin(ToyRefund refund, Instant tellAt) {
        db.sql("insert into toy_refund (refund_no, channel_no, order_no, amount, currency, state, asked_at, told,"
                        + " tellings, tell_at) values (?, ?, ?, ?, ?, 'PROCESSING', ?, 'NO', 0, ?)"
                        + " on conflict (refund_no) do nothing")
                .params(refund.refundNo(), refund.channelNo(), refund.orderNo(), refund.amount(), refund.currency())
                .param(Timestamp.from(refund.askedAt()))
                .param(Timestamp.from(tellAt))
                .update();
    }

    Optional<ToyRefund> find(String refundNo) {
        return db.sql("select * from toy_refund where refund_no = ?")
                .param(refundNo)
                .query(ToyRefunds::refund)
                .optional();
    }

    List<ToyRefund> of(String orderNo) {
        return db.sql("select * from toy_refund where order_no = ? order by asked_at")
                .param(orderNo)
                .query(ToyRefunds::refund)
                .list();
    }

    long givenBack(String orderNo) {
        return of(orderNo).stream().mapToLong(ToyRefund::amount).sum();
    }

    List<ToyRefund> toTell(Instant now) {
        return db.sql("select * from toy_refund where told = 'NO' and tell_at <= ? order by tell_at limit 50")
                .param(Timestamp.from(now))
                .query(ToyRefunds::refund)
                .list();
    }

    void finish(String refundNo, Instant at) {
        db.sql("update toy_refund set state = 'SUCCESS', finished_at = ? where refund_no = ? and state = 'PROCESSING'")
                .param(Timestamp.from(at))
                .param(refundNo)
                .update();
    }

    void told(String refundNo, String told, Instant again, String answer) {
        db.sql("update toy_refund set told = ?, tellings = tellings + 1, tell_at = ?, answer = ? where refund_no = ?")
                .params(told, Timestamp.from(again), answer, refundNo)
                .update();
    }

    void wish(ToyRefund.Wish wish) {
        db.sql("insert into toy_refund_wish (wish_no, order_no, amount, reason, asked_at, told, tellings, tell_at)"
                        + " values (?, ?, ?, ?, ?, 'NO', 0, ?)")
                .params(wish.wishNo(), wish.orderNo(), wish.amount(), wish.reason())
                .param(Timestamp.from(wish.askedAt()))
                .param(Timestamp.from(wish.askedAt()))
                .update();
    }

    List<ToyRefund.Wish> wishesOf(String orderNo) {
        return db.sql("select * from toy_refund_wish where order_no = ? order by asked_at")
                .param(orderNo)
                .query(ToyRefunds::wish)
                .list();
    }

    List<ToyRefund.Wish> wishesToTell(Instant now) {
        return db.sql("select * from toy_refund_wish where told = 'NO' and tell_at <= ? order by tell_at limit 50")
                .param(Timestamp.from(now))
                .query(ToyRefunds::wish)
                .list();
    }

    void wishTold(String wishNo, String told, Instant again, String answer) {
        db.sql("update toy_refund_wish set told = ?, tellings = tellings + 1, tell_at = ?, answer = ?"
                        + " where wish_no = ?")
                .params(told, Timestamp.from(again), answer, wishNo)
                .update();
    }

    private static ToyRefund refund(ResultSet row, int number) throws SQLException {
        return new ToyRefund(
                row.getString("refund_no"),
                row.getString("channel_no"),
                row.getString("order_no"),
                row.getLong("amount"),
                row.getString("currency"),
                row.getString("state"),
                row.getTimestamp("asked_at").toInstant(),
                ToyPayments.instant(row.getTimestamp("finished_at")),
                row.getString("told"),
                row.getInt("tellings"),
                row.getString("answer"));
    }

    private static ToyRefund.Wish wish(ResultSet row, int number) throws SQLException {
        return new ToyRefund.Wish(
                row.getString("wish_no"),
                row.getString("order_no"),
                row.getLong("amount"),
                row.getString("reason"),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("told"),
                row.getInt("tellings"),
                row.getString("answer"));
    }
}

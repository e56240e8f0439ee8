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

/** What the toy games received and what they handed out: each order once, however often it is announced. */
@Repository
@Profile("sandbox")
class ToyLedger {

    /** An item in a player's bag. */
    record Delivery(
            String outTradeNo,
            String openId,
            String item,
            int quantity,
            Instant deliveredAt,
            long refunded,
            @Nullable Instant refundedAt) {}

    /** A notification that came in, and what the game made of it. */
    record Call(
            long id,
            Instant cameAt,
            String event,
            String outTradeNo,
            String webhookId,
            boolean mock,
            String verdict,
            int status,
            String body,
            String answer) {}

    private final JdbcClient db;

    ToyLedger(JdbcClient db) {
        this.db = db;
    }

    /** Hands the item out; false if that was done before. */
    boolean deliver(String appId, String outTradeNo, String openId, String item, int quantity, Instant at) {
        return db.sql("insert into toy_delivery (app_id, out_trade_no, open_id, item, quantity, delivered_at, refunded)"
                                + " values (?, ?, ?, ?, ?, ?, 0) on conflict do nothing")
                        .params(appId, outTradeNo, openId, item, quantity, Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Takes the item back; if it was not handed out yet, remembers that, for it may still be announced. */
    void takeBack(String appId, String outTradeNo, long amount, Instant at) {
        var known = db.sql("update toy_delivery set refunded = refunded + ?, refunded_at = ?"
                        + " where app_id = ? and out_trade_no = ?")
                .params(amount, Timestamp.from(at), appId, outTradeNo)
                .update();
        if (known == 0) {
            db.sql("insert into toy_refund_ahead (app_id, out_trade_no, amount, came_at) values (?, ?, ?, ?)")
                    .params(appId, outTradeNo, amount, Timestamp.from(at))
                    .update();
        }
    }

    /** What was given back before the order was announced. */
    long takenBackAhead(String appId, String outTradeNo) {
        return db.sql("select coalesce(sum(amount), 0) from toy_refund_ahead where app_id = ? and out_trade_no = ?")
                .params(appId, outTradeNo)
                .query(Long.class)
                .single();
    }

    /** Whether a notification with that id was answered with success before. */
    boolean knows(String appId, String webhookId) {
        return db.sql("select exists (select from toy_call where app_id = ? and webhook_id = ? and verdict in"
                        + " ('DELIVERED', 'REPEATED', 'REFUNDED'))")
                .params(appId, webhookId)
                .query(Boolean.class)
                .single();
    }

    void note(String appId, Call call) {
        db.sql("insert into toy_call (app_id, came_at, event, out_trade_no, webhook_id, mock, verdict, status, body,"
                        + " answer) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(appId, Timestamp.from(call.cameAt()), call.event(), call.outTradeNo(), call.webhookId())
                .params(call.mock(), call.verdict(), call.status(), call.body(), call.answer())
                .update();
    }

    Optional<Delivery> delivered(String appId, String outTradeNo) {
        return db.sql("select * from toy_delivery where app_id = ? and out_trade_no = ?")
                .params(appId, outTradeNo)
                .query(ToyLedger::delivery)
                .optional();
    }

    List<Delivery> latestDeliveries(String appId) {
        return db.sql("select * from toy_delivery where app_id = ? order by delivered_at desc limit 12")
                .param(appId)
                .query(ToyLedger::delivery)
                .list();
    }

    List<Call> calls(String appId, String outTradeNo) {
        return db.sql("select * from toy_call where app_id = ? and out_trade_no = ? order by id limit 50")
                .params(appId, outTradeNo)
                .query(ToyLedger::call)
                .list();
    }

    List<Call> latestCalls(String appId) {
        return db.sql("select * from toy_call where app_id = ? order by id desc limit 8")
                .param(appId)
                .query(ToyLedger::call)
                .list();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getString("out_trade_no"),
                row.getString("open_id"),
                row.getString("item"),
                row.getInt("quantity"),
                row.getTimestamp("delivered_at").toInstant(),
                row.getLong("refunded"),
                ToyPayments.instant(row.getTimestamp("refunded_at")));
    }

    private static Call call(ResultSet row, int number) throws SQLException {
        return new Call(
                row.getLong("id"),
                row.getTimestamp("came_at").toInstant(),
                row.getString("event"),
                row.getString("out_trade_no"),
                row.getString("webhook_id"),
                row.getBoolean("mock"),
                row.getString("verdict"),
                row.getInt("status"),
                row.getString("body"),
                row.getString("answer"));
    }
}

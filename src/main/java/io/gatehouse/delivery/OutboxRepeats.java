package io.gatehouse.delivery;

import java.sql.Timestamp;
import java.time.Instant;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import io.gatehouse.core.AppId;

/** What is sent again before its time, or after it was given up. Always within the caller's transaction. */
@Repository
class OutboxRepeats {

    private final JdbcTemplate jdbc;

    OutboxRepeats(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Brings forward what waits for a repeat. */
    void hurry(AppId game, String orderNo, Instant now) {
        jdbc.update(
                "update notification_outbox set due_at = ? where game = ? and order_no = ? and due_at > ?",
                Timestamp.from(now),
                game.value(),
                orderNo,
                Timestamp.from(now));
    }

    boolean waits(AppId game, String orderNo) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from notification_outbox where game = ? and order_no = ?)",
                Boolean.class,
                game.value(),
                orderNo));
    }

    /** Puts the delivery of an order in once more, with the same id and bytes. */
    int again(AppId game, String orderNo, Instant now) {
        return jdbc.update("""
                insert into notification_outbox (id, kind, game, env, order_no, refund_no, again, tries, attempts,
                                                 enqueued_at, due_at, fence)
                select distinct on (notification) notification, kind, game, env, order_no, refund_no, true, 0, number, ?, ?, 1
                  from delivery_attempt a
                 where game = ? and order_no = ? and kind = 'DELIVERY' and not mock
                   and not exists (select from notification_outbox o where o.order_no = a.order_no and o.id = a.notification)
                 order by notification, number desc, id desc
                """, Timestamp.from(now), Timestamp.from(now), game.value(), orderNo);
    }
}

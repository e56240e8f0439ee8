package io.gatehouse.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Columns;

/** Reads what was sent, and what waits. */
@Repository
class NotificationHistory {

    private final JdbcTemplate jdbc;

    NotificationHistory(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<AttemptView> of(String orderNo) {
        return jdbc.query(
                AttemptRows.SELECT + " where order_no = ? order by id",
                (row, number) -> AttemptRows.view(row),
                orderNo);
    }

    List<AttemptView> ofRefund(String refundNo) {
        return jdbc.query(
                AttemptRows.SELECT + " where refund_no = ? order by id",
                (row, number) -> AttemptRows.view(row),
                refundNo);
    }

    Optional<AttemptView> lastMock(AppId game) {
        return jdbc
                .query(
                        AttemptRows.SELECT + " where game = ? and env = 1 and mock order by at desc limit 1",
                        (row, number) -> AttemptRows.view(row),
                        game.value())
                .stream()
                .findFirst();
    }

    List<PastNotification> past(AppId game, @Nullable String orderNo, int most) {
        return jdbc.query(
                AttemptRows.SELECT + " where game = ? and (?::text is null or order_no = ?) order by id desc limit ?",
                (row, number) -> AttemptRows.past(row),
                game.value(),
                orderNo,
                orderNo,
                most);
    }

    Optional<PastNotification> past(AppId game, long id) {
        return jdbc
                .query(
                        AttemptRows.SELECT + " where game = ? and id = ?",
                        (row, number) -> AttemptRows.past(row),
                        game.value(),
                        id)
                .stream()
                .findFirst();
    }

    boolean isAcknowledged(String orderNo) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from delivery_attempt where order_no = ? and kind = 'DELIVERY' and outcome = 'ACKNOWLEDGED')",
                Boolean.class,
                orderNo));
    }

    NotificationState state(String orderNo) {
        return jdbc.query("""
                        select o.attempts, o.due_at, coalesce(c.switched_on, false) as switched_on, e.off_since, e.resting_since
                          from notification_outbox o
                          left join delivery_configuration c on c.game = o.game
                          left join delivery_endpoint e on e.game = o.game and e.env = o.env
                         where o.order_no = ? and o.kind = 'DELIVERY'
                        """, (row, number) -> waiting(row), orderNo).stream()
                .findFirst()
                .orElseGet(() -> ended(orderNo));
    }

    private static NotificationState waiting(ResultSet row) throws SQLException {
        var attempts = row.getInt("attempts");
        if (!row.getBoolean("switched_on")) {
            return new NotificationState(NotificationState.Phase.HELD, attempts, null);
        }
        if (row.getTimestamp("off_since") != null) {
            return new NotificationState(NotificationState.Phase.ENDPOINT_OFF, attempts, null);
        }
        var phase = row.getTimestamp("resting_since") != null
                ? NotificationState.Phase.RESTING
                : NotificationState.Phase.WAITING;
        return new NotificationState(phase, attempts, Columns.instant(row, "due_at"));
    }

    private NotificationState ended(String orderNo) {
        var attempts =
                of(orderNo).stream().filter(it -> it.kind() == Kind.DELIVERY).toList();
        if (attempts.isEmpty()) {
            return new NotificationState(NotificationState.Phase.NONE, 0, null);
        }
        var acknowledged = attempts.stream().anyMatch(AttemptView::acknowledged);
        return new NotificationState(
                acknowledged ? NotificationState.Phase.ACKNOWLEDGED : NotificationState.Phase.FAILED,
                attempts.size(),
                null);
    }
}

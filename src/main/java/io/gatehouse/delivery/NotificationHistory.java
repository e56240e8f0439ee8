package io.gatehouse.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.core.ForeignText;
import io.gatehouse.outbound.EndpointUrl;
import io.gatehouse.outbound.Reply;

/** Reads what was sent, what waits, and brings it out again. */
@Repository
class NotificationHistory {

    static final String ATTEMPT = """
            select id, number, kind, mock, game, env, order_no, at, url, address, millis, name_ms, connect_ms, tls_ms, answer_ms,
                   status, outcome, diagnosis, detail, reply_type, reply, body, notification
              from delivery_attempt join notification_body using (notification)
            """;

    private final JdbcTemplate jdbc;

    NotificationHistory(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<AttemptView> of(String orderNo) {
        return jdbc.query(ATTEMPT + " where order_no = ? order by id", (row, number) -> view(row), orderNo);
    }

    List<AttemptView> ofRefund(String refundNo) {
        return jdbc.query(ATTEMPT + " where refund_no = ? order by id", (row, number) -> view(row), refundNo);
    }

    Optional<AttemptView> lastMock(AppId game) {
        return jdbc
                .query(
                        ATTEMPT + " where game = ? and env = 1 and mock order by at desc limit 1",
                        (row, number) -> view(row),
                        game.value())
                .stream()
                .findFirst();
    }

    List<PastNotification> past(AppId game, @Nullable String orderNo, int most) {
        return jdbc.query(
                ATTEMPT + " where game = ? and (?::text is null or order_no = ?) order by id desc limit ?",
                (row, number) -> past(row),
                game.value(),
                orderNo,
                orderNo,
                most);
    }

    Optional<PastNotification> past(AppId game, long id) {
        return jdbc.query(ATTEMPT + " where game = ? and id = ?", (row, number) -> past(row), game.value(), id).stream()
                .findFirst();
    }

    static PastNotification past(ResultSet row) throws SQLException {
        return new PastNotification(
                row.getLong("id"),
                new AppId(row.getString("game")),
                Parcel.messageId(row.getObject("notification", UUID.class)),
                Env.of(row.getInt("env")),
                row.getString("order_no"),
                row.getString("body"),
                view(row));
    }

    void addMock(AppId game, UUID id, EndpointUrl url, Reply reply, Verdict verdict, String body) {
        jdbc.update(
                """
                with signed as (insert into notification_body (notification, body) values (?, ?) returning notification)
                insert into delivery_attempt (notification, number, kind, mock, game, env, url, address, at, millis, name_ms,
                                              connect_ms, tls_ms, answer_ms, status, outcome, diagnosis, detail, reply_type,
                                              reply)
                select notification, 1, 'DELIVERY', true, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from signed
                """,
                id,
                body,
                game.value(),
                url.toString(),
                reply.address(),
                Timestamp.from(reply.at()),
                reply.took().toMillis(),
                reply.timings().name(),
                reply.timings().connect(),
                reply.timings().tls(),
                reply.timings().answer(),
                reply.status(),
                verdict.diagnosis().outcome().name(),
                verdict.diagnosis().name(),
                ForeignText.plain(verdict.detail()),
                Texts.mediaType(reply),
                reply.kept());
    }

    private static AttemptView view(ResultSet row) throws SQLException {
        var url = row.getString("url");
        var at = row.getTimestamp("at").toInstant();
        var address = row.getString("address");
        var diagnosis = Diagnosis.valueOf(row.getString("diagnosis"));
        return new AttemptView(
                row.getInt("number"),
                Kind.valueOf(row.getString("kind")),
                row.getBoolean("mock"),
                at,
                url,
                address,
                row.getInt("millis"),
                phases(row),
                row.getInt("status"),
                Outcome.valueOf(row.getString("outcome")),
                diagnosis.key(),
                row.getString("detail"),
                Form.of(row.getString("body")),
                diagnosis.isAfterSending(address) ? request(row, url, at) : null,
                row.getString("reply_type"),
                row.getString("reply"));
    }

    private static String request(ResultSet row, String url, Instant at) throws SQLException {
        var id = Parcel.messageId(row.getObject("notification", UUID.class));
        return RequestText.of(EndpointUrl.stored(url), id, at, row.getString("body"));
    }

    private static List<AttemptView.Phase> phases(ResultSet row) throws SQLException {
        var phases = new ArrayList<AttemptView.Phase>();
        var rest = row.getInt("millis");
        for (var key : List.of("name", "connect", "tls", "answer")) {
            var millis = row.getObject(key + "_ms", Integer.class);
            if (millis != null) {
                phases.add(new AttemptView.Phase(key, millis));
                rest -= millis;
            }
        }
        phases.add(new AttemptView.Phase("rest", Math.max(0, rest)));
        return phases;
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

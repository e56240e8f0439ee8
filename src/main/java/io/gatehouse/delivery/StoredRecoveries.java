package io.gatehouse.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Columns;
import io.gatehouse.core.Username;

/** The recoveries, from their beginning to their end. Always within the caller's transaction. */
@Repository
class StoredRecoveries {

    private static final String VIEW = """
            select r.*, case when r.finished_at is not null then 0 else (
                   select count(*) from delivery_recovery_item i
                     join notification_outbox o on o.order_no = i.order_no and o.id = i.notification
                    where i.recovery = r.id and not i.skipped) end as waiting
              from delivery_recovery r
            """;

    private final JdbcTemplate jdbc;

    StoredRecoveries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What waits for a repeat is in it, and due at once. */
    UUID begin(AppId game, Instant since, Username by, Instant now) {
        var id = UUID.randomUUID();
        jdbc.update(
                """
                insert into delivery_recovery (id, game, since, asked_by, asked_at, looked_at, looked_id, total, skipped)
                values (?, ?, ?, ?, ?, ?, 0, 0, 0)
                """, id, game.value(), Timestamp.from(since), by.value(), Timestamp.from(now), Timestamp.from(since));
        jdbc.update("""
                with hurried as (update notification_outbox set due_at = ?
                                  where game = ? and not in_hand and due_at > ? and first_try_at is not null
                                 returning id, order_no),
                     kept as (insert into delivery_recovery_item (recovery, notification, skipped, order_no)
                              select ?, id, false, order_no from hurried returning notification)
                update delivery_recovery set total = (select count(*) from kept) where id = ?
                """, Timestamp.from(now), game.value(), Timestamp.from(now), id, id);
        return id;
    }

    /** Ends those of which nothing waits any more. */
    void finish(Instant now) {
        jdbc.update("""
                update delivery_recovery r
                   set finished_at = ?, acknowledged = (
                       select count(*) from delivery_recovery_item i
                        where i.recovery = r.id and not i.skipped and exists (
                              select from delivery_attempt a
                               where a.order_no = i.order_no and a.notification = i.notification
                                 and a.outcome = 'ACKNOWLEDGED'))
                 where r.finished_at is null and r.entered_at is not null and not exists (
                       select from notification_outbox o
                         join delivery_recovery_item i on i.order_no = o.order_no and i.notification = o.id
                        where o.game = r.game and i.recovery = r.id and not i.skipped)
                """, Timestamp.from(now));
    }

    Optional<RecoveryView> find(AppId game, UUID id) {
        return jdbc
                .query(VIEW + " where r.game = ? and r.id = ?", (row, number) -> view(row), game.value(), id)
                .stream()
                .findFirst();
    }

    List<RecoveryView> latest(AppId game, int most) {
        return jdbc.query(
                VIEW + " where r.game = ? order by r.asked_at desc limit ?",
                (row, number) -> view(row),
                game.value(),
                most);
    }

    private static RecoveryView view(ResultSet row) throws SQLException {
        return new RecoveryView(
                row.getObject("id", UUID.class),
                new AppId(row.getString("game")),
                row.getTimestamp("since").toInstant(),
                new Username(row.getString("asked_by")),
                row.getTimestamp("asked_at").toInstant(),
                row.getInt("total"),
                row.getInt("skipped"),
                row.getTimestamp("entered_at") == null,
                row.getInt("waiting"),
                row.getObject("acknowledged", Integer.class),
                Columns.instant(row, "finished_at"));
    }
}

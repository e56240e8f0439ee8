package io.gatehouse.delivery;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import io.gatehouse.core.AppId;

/** What recoveries have to look at, and what they found. Always within the caller's transaction. */
@Repository
class RecoveryWork {

    private final JdbcTemplate jdbc;

    RecoveryWork(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One that has not looked at everything yet. */
    record Search(UUID id, AppId game, Instant askedAt, Instant lookedAt, long lookedId) {}

    /** A failed attempt that a search has come by. */
    record Failed(UUID notification, Kind kind, String orderNo, Instant at, long id) {}

    /** Takes one that still has to look, for this transaction alone. */
    Optional<Search> searching() {
        return jdbc
                .query(
                        """
                        select id, game, asked_at, looked_at, looked_id from delivery_recovery
                         where finished_at is null and entered_at is null
                         order by asked_at limit 1 for update skip locked
                        """,
                        (row, number) -> new Search(
                                row.getObject("id", UUID.class),
                                new AppId(row.getString("game")),
                                row.getTimestamp("asked_at").toInstant(),
                                row.getTimestamp("looked_at").toInstant(),
                                row.getLong("looked_id")))
                .stream()
                .findFirst();
    }

    /** The next failed attempts of its game, those not counted that came of the recovery itself. */
    List<Failed> next(Search search, int most) {
        return jdbc.query(
                """
                select notification, kind, order_no, at, id from delivery_attempt
                 where game = ? and (at, id) > (?, ?) and at <= ? and outcome <> 'ACKNOWLEDGED' and not mock
                 order by at, id limit ?
                """,
                (row, number) -> new Failed(
                        row.getObject("notification", UUID.class),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("order_no"),
                        row.getTimestamp("at").toInstant(),
                        row.getLong("id")),
                search.game().value(),
                Timestamp.from(search.lookedAt()),
                search.lookedId(),
                Timestamp.from(search.askedAt()),
                most);
    }

    /** Those that were acknowledged at some try after all. */
    Set<UUID> acknowledged(Collection<Failed> failed) {
        var rows = new Rows<>(failed, jdbc);
        return Set.copyOf(jdbc.queryForList(
                """
                select distinct a.notification from unnest(?::text[], ?::uuid[]) as t (order_no, notification)
                  join delivery_attempt a on a.order_no = t.order_no and a.notification = t.notification
                 where a.outcome = 'ACKNOWLEDGED'
                """, UUID.class, rows.column("text", Failed::orderNo), rows.column("uuid", Failed::notification)));
    }

    /** Puts notifications in once more as they were at their last try; whatever waits already stays. */
    void enter(Search search, Collection<Failed> failed, Instant now) {
        var rows = new Rows<>(failed, jdbc);
        jdbc.update(
                """
                with wanted as (select distinct * from unnest(?::text[], ?::uuid[]) as t (order_no, notification)),
                     put as (
                    insert into notification_outbox (id, kind, game, env, order_no, refund_no, again, tries, attempts,
                                                     enqueued_at, due_at, fence)
                    select distinct on (a.notification) a.notification, a.kind, a.game, a.env, a.order_no, a.refund_no, true,
                           0, a.number, ?, ?, 1
                      from wanted w join delivery_attempt a on a.order_no = w.order_no and a.notification = w.notification
                     order by a.notification, a.number desc, a.id desc
                        on conflict (order_no, id) do nothing),
                     kept as (
                    insert into delivery_recovery_item (recovery, notification, skipped, order_no)
                    select ?, notification, false, order_no from wanted on conflict do nothing returning notification)
                update delivery_recovery set total = total + (select count(*) from kept) where id = ?
                """,
                rows.column("text", Failed::orderNo),
                rows.column("uuid", Failed::notification),
                Timestamp.from(now),
                Timestamp.from(now),
                search.id(),
                search.id());
    }

    /** Notes those that are not sent again. */
    void skip(Search search, Collection<Failed> failed) {
        var rows = new Rows<>(failed, jdbc);
        jdbc.update(
                """
                with kept as (
                    insert into delivery_recovery_item (recovery, notification, skipped, order_no)
                    select distinct ?::uuid, notification, true, order_no
                      from unnest(?::text[], ?::uuid[]) as t (order_no, notification)
                        on conflict do nothing returning notification)
                update delivery_recovery set skipped = skipped + (select count(*) from kept) where id = ?
                """,
                search.id(),
                rows.column("text", Failed::orderNo),
                rows.column("uuid", Failed::notification),
                search.id());
    }

    void looked(Search search, Failed last) {
        jdbc.update(
                "update delivery_recovery set looked_at = ?, looked_id = ? where id = ?",
                Timestamp.from(last.at()),
                last.id(),
                search.id());
    }

    void lookedAtAll(Search search, Instant now) {
        jdbc.update("update delivery_recovery set entered_at = ? where id = ?", Timestamp.from(now), search.id());
    }

    static Set<String> deliveries(Collection<Failed> failed) {
        return failed.stream()
                .filter(it -> it.kind() == Kind.DELIVERY)
                .map(Failed::orderNo)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}

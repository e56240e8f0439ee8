package io.gatehouse.delivery;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import io.gatehouse.outbound.EndpointUrl;

/** The table of what is still to be sent. Always within the caller's transaction. */
@Repository
class Outbox {

    /**
     * Which rows are still ours, by the orders, fencing numbers and ids of parcels. Without a join: however short the
     * planner believes the table to be, it reads these orders' rows and no others.
     */
    static final String OURS = "o.order_no = any(?) and o.fence = (?::bigint[])[array_position(?::uuid[], o.id)]";

    private final JdbcTemplate jdbc;
    private final DeliverySettings settings;
    private final Clock clock;

    Outbox(JdbcTemplate jdbc, DeliverySettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is put in: one row. */
    record Entry(UUID id, Occasion occasion, @Nullable String body) {

        Endpoint endpoint() {
            return occasion.endpoint();
        }
    }

    /**
     * Puts notifications in, leased to this instance as far as they may go out at once.
     *
     * @param roomHere whether one more for an endpoint may be kept in memory
     * @return the parcels to send after the commit; the others have to wait
     */
    List<Parcel> put(Collection<Entry> entries, Predicate<Endpoint> roomHere) {
        var leaseEnd = settings.leaseEnd();
        var now = Timestamp.from(clock.instant());
        var rows = new Rows<>(entries, jdbc);
        var urls = new HashMap<UUID, String>();
        jdbc.query(
                """
                with entry as materialized (
                    select t.*, case when t.env = 0 then c.url else c.test_url end as url
                      from unnest(?::uuid[], ?::text[], ?::text[], ?::smallint[], ?::text[], ?::text[], ?::text[], ?::text[],
                                  ?::boolean[])
                           as t (id, kind, game, env, order_no, refund_no, payload, body, direct)
                      left join delivery_endpoint e on t.direct and e.game = t.game and e.env = t.env
                            and e.off_since is null and e.resting_since is null
                            and (t.kind = 'DELIVERY' or not exists (
                                select from notification_outbox d where d.order_no = t.order_no and d.kind = 'DELIVERY'))
                      left join delivery_configuration c on c.game = e.game and c.switched_on),
                put as (
                    insert into notification_outbox (id, kind, game, env, order_no, refund_no, payload, again, tries,
                                                     attempts, enqueued_at, due_at, lease_until, in_hand, fence)
                    select id, kind, game, env, order_no, refund_no, payload, false, 0, 0, ?, ?,
                           case when url is not null then now() + make_interval(secs => ?) end, url is not null, 1
                      from entry),
                signed as (
                    insert into notification_body (notification, body)
                    select id, body from entry where body is not null)
                select id, url from entry where url is not null
                """,
                row -> {
                    urls.put(row.getObject(1, UUID.class), row.getString(2));
                },
                rows.column("uuid", Entry::id),
                rows.column("text", it -> it.occasion().kind().name()),
                rows.column("text", it -> it.endpoint().game().value()),
                rows.column("smallint", it -> it.endpoint().env().number()),
                rows.column("text", it -> it.occasion().orderNo()),
                rows.column("text", it -> it.occasion().refundNo()),
                rows.column("text", it -> it.body() == null ? Occasions.write(it.occasion()) : null),
                rows.column("text", Entry::body),
                rows.column("boolean", it -> it.body() != null && roomHere.test(it.endpoint())),
                now,
                now,
                settings.lease().toMillis() / 1000.0);
        return entries.stream()
                .flatMap(it -> parcel(it, urls.get(it.id()), leaseEnd).stream())
                .toList();
    }

    private static Optional<Parcel> parcel(Entry entry, @Nullable String url, long leaseEnd) {
        var body = entry.body();
        if (url == null || body == null) {
            return Optional.empty();
        }
        return Optional.of(new Parcel(
                entry.id(),
                entry.occasion().kind(),
                entry.endpoint(),
                EndpointUrl.stored(url),
                entry.occasion().orderNo(),
                entry.occasion().refundNo(),
                body,
                false,
                0,
                0,
                false,
                1,
                leaseEnd));
    }

    /** Keeps the bytes that will go out from now on. */
    void seal(UUID id, String body) {
        jdbc.update("insert into notification_body (notification, body) values (?, ?)", id, body);
    }

    /** Lets a row wait that cannot go out yet. */
    void postpone(String orderNo, UUID id, Instant until) {
        jdbc.update(
                "update notification_outbox set lease_until = null, in_hand = false, due_at = ? where order_no = ? and id = ?",
                Timestamp.from(until),
                orderNo,
                id);
    }

    /** Removes rows whose outcome is known; returns those that were still ours. */
    Set<UUID> remove(Collection<Parcel> parcels) {
        var rows = new Rows<>(parcels, jdbc);
        return Set.copyOf(jdbc.queryForList(
                "delete from notification_outbox o where " + OURS + " returning o.id",
                UUID.class,
                rows.column("text", Parcel::orderNo),
                rows.column("bigint", Parcel::fence),
                rows.column("uuid", Parcel::id)));
    }

    /** A try that failed, and when the next one is due. */
    record Retry(Parcel parcel, Instant at, Instant due) {}

    void retry(Collection<Retry> retries) {
        var rows = new Rows<>(retries, jdbc);
        jdbc.update(
                """
                update notification_outbox o
                   set tries = t.tries, attempts = t.attempts, due_at = t.due, last_try_at = t.at,
                       first_try_at = coalesce(o.first_try_at, t.at), lease_until = null, in_hand = false
                  from unnest(?::uuid[], ?::bigint[], ?::int[], ?::int[], ?::timestamptz[], ?::timestamptz[])
                       as t (id, fence, tries, attempts, at, due)
                 where o.order_no = any(?) and o.id = t.id and o.fence = t.fence
                """,
                rows.column("uuid", it -> it.parcel().id()),
                rows.column("bigint", it -> it.parcel().fence()),
                rows.column("int", it -> it.parcel().tries() + 1),
                rows.column("int", it -> it.parcel().attempts() + 1),
                rows.column("timestamptz", Retry::at),
                rows.column("timestamptz", Retry::due),
                rows.column("text", it -> it.parcel().orderNo()));
    }

    /** Gives rows back as they were. */
    void putBack(Collection<Parcel> parcels) {
        var rows = new Rows<>(parcels, jdbc);
        jdbc.update(
                "update notification_outbox o set lease_until = null, in_hand = false where " + OURS,
                rows.column("text", Parcel::orderNo),
                rows.column("bigint", Parcel::fence),
                rows.column("uuid", Parcel::id));
    }
}

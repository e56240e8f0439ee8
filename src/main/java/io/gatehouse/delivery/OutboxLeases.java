package io.gatehouse.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.outbound.EndpointUrl;

/** Which rows of the outbox are whose, and for how long. Always within the caller's transaction. */
@Repository
class OutboxLeases {

    private final JdbcTemplate jdbc;
    private final DeliverySettings settings;
    private final Clock clock;

    OutboxLeases(JdbcTemplate jdbc, DeliverySettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** A row that was leased, as it lies in the table. */
    record Leased(
            UUID id,
            Kind kind,
            Endpoint endpoint,
            String url,
            String orderNo,
            @Nullable String refundNo,
            @Nullable String payload,
            @Nullable String body,
            boolean again,
            int tries,
            int attempts,
            boolean early,
            long fence,
            long leaseEnd) {

        Parcel parcel(String sealed) {
            return new Parcel(
                    id,
                    kind,
                    endpoint,
                    EndpointUrl.stored(url),
                    orderNo,
                    refundNo,
                    sealed,
                    again,
                    tries,
                    attempts,
                    early,
                    fence,
                    leaseEnd);
        }
    }

    /** Without a join, as {@link Outbox#OURS} is. */
    private static final String LEASE = """
            , chosen as (select array_agg(id) as ids, array_agg(url) as urls from taken)
            update notification_outbox o
               set lease_until = now() + make_interval(secs => ?), fence = o.fence + 1
             where o.order_no = any(array(select order_no from taken))
               and array_position((select ids from chosen), o.id) is not null
            returning o.id, o.kind, o.game, o.env,
                      (select urls[array_position(ids, o.id)] from chosen) as url,
                      o.order_no, o.refund_no, o.payload,
                      (select b.body from notification_body b where b.notification = o.id) as body,
                      o.again, o.tries, o.attempts, o.due_at > ? as early, o.fence
            """;

    /** Which rows may be taken, beside their time: they are in the queue, nobody has them, and no delivery of the same order is before them. */
    private static final String FREE = """
            not o.in_hand and (o.lease_until is null or o.lease_until < now())
            and (o.kind = 'DELIVERY' or not exists (
                select from notification_outbox d where d.order_no = o.order_no and d.kind = 'DELIVERY'))
            """;

    /** Takes what is due, of each endpoint at most so many, and of one that has come back whatever waits for it. */
    List<Leased> lease(int most, int perEndpoint, Collection<Endpoint> except) {
        var rows = new Rows<>(except, jdbc);
        var leaseEnd = settings.leaseEnd();
        var now = Timestamp.from(clock.instant());
        return jdbc.query(
                """
                with taken as materialized (
                    select due.order_no, due.id, case when e.env = 0 then c.url else c.test_url end as url
                      from delivery_endpoint e join delivery_configuration c on c.game = e.game and c.switched_on
                      cross join lateral (
                          select o.order_no, o.id from notification_outbox o
                           where o.game = e.game and o.env = e.env
                             and (o.due_at <= ? or o.last_try_at < e.recovering_since) and %s
                           order by o.due_at limit ? for update skip locked) due
                     where e.off_since is null and e.resting_since is null
                       and not exists (
                           select from unnest(?::text[], ?::smallint[]) as x (game, env)
                            where x.game = e.game and x.env = e.env)
                     limit ?)
                """.formatted(FREE) + LEASE,
                (row, number) -> leased(row, leaseEnd),
                now,
                perEndpoint,
                rows.column("text", it -> it.game().value()),
                rows.column("smallint", it -> it.env().number()),
                most,
                settings.lease().toMillis() / 1000.0,
                now);
    }

    /** Takes one for an endpoint that rests, to see if it is back: a due one, or, of a long queue, the first. */
    List<Leased> leaseProbe(Endpoint endpoint, int longQueue) {
        var leaseEnd = settings.leaseEnd();
        var now = Timestamp.from(clock.instant());
        var game = endpoint.game().value();
        var env = endpoint.env().number();
        return jdbc.query(
                """
                with taken as materialized (
                    select o.order_no, o.id, case when o.env = 0 then c.url else c.test_url end as url
                      from notification_outbox o join delivery_configuration c on c.game = o.game and c.switched_on
                     where o.game = ? and o.env = ?
                       and (o.due_at <= ? or (select count(*) from (select from notification_outbox q
                            where q.game = ? and q.env = ? and not q.in_hand limit ?) few) >= ?) and %s
                     order by o.due_at limit 1 for update of o skip locked)
                """.formatted(FREE) + LEASE,
                (row, number) -> leased(row, leaseEnd),
                game,
                env,
                now,
                game,
                env,
                longQueue,
                longQueue,
                settings.lease().toMillis() / 1000.0,
                now);
    }

    /**
     * Takes what waited for a resting endpoint a whole schedule long, which then has failed still: without a look at the
     * endpoint nothing is given up, however long nobody could look.
     */
    List<Leased> leaseExpired(Duration schedule, int most) {
        var leaseEnd = settings.leaseEnd();
        var now = Timestamp.from(clock.instant());
        return jdbc.query(
                """
                with taken as materialized (
                    select o.order_no, o.id, case when o.env = 0 then c.url else c.test_url end as url
                      from delivery_endpoint e join delivery_configuration c on c.game = e.game and c.switched_on
                      join notification_outbox o on o.game = e.game and o.env = e.env
                      cross join lateral (
                          select least(o.first_try_at, greatest(o.enqueued_at, e.resting_since)) + ?::interval as ends) patience
                     where e.off_since is null and e.resting_since is not null
                       and patience.ends < e.failed_at and (o.due_at <= ? or patience.ends < o.last_try_at) and %s
                     limit ? for update of o skip locked)
                """.formatted(FREE) + LEASE,
                (row, number) -> leased(row, leaseEnd),
                schedule.toString(),
                now,
                most,
                settings.lease().toMillis() / 1000.0,
                now);
    }

    private static Leased leased(ResultSet row, long leaseEnd) throws SQLException {
        return new Leased(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                new Endpoint(new AppId(row.getString("game")), Env.of(row.getInt("env"))),
                row.getString("url"),
                row.getString("order_no"),
                row.getString("refund_no"),
                row.getString("payload"),
                row.getString("body"),
                row.getBoolean("again"),
                row.getInt("tries"),
                row.getInt("attempts"),
                row.getBoolean("early"),
                row.getLong("fence"),
                leaseEnd);
    }

    /** Puts into the queue what was handed to an instance that has let its lease end. Reads the whole table. */
    void reclaim() {
        jdbc.update("update notification_outbox set in_hand = false where in_hand and lease_until < now()");
    }

    /** Keeps rows for one more lease; returns those that were still ours. */
    Set<UUID> renew(Collection<Parcel> parcels) {
        var rows = new Rows<>(parcels, jdbc);
        return Set.copyOf(jdbc.queryForList(
                "update notification_outbox o set lease_until = now() + make_interval(secs => ?) where " + Outbox.OURS
                        + " returning o.id",
                UUID.class,
                settings.lease().toMillis() / 1000.0,
                rows.column("text", Parcel::orderNo),
                rows.column("bigint", Parcel::fence),
                rows.column("uuid", Parcel::id)));
    }
}

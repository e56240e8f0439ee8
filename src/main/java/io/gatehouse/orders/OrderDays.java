package io.gatehouse.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.gatehouse.core.AppId;
import io.gatehouse.core.LongWork;
import io.gatehouse.core.Money;

/**
 * What games have sold a day. The last days are counted each time; those before were summed once and are read, and are
 * summed anew where the database has noted that one of their orders has changed since.
 */
@Component
class OrderDays {

    /** Half a day more than the database waits until it notes a change, for transactions that take their time. */
    private static final Duration SETTLED_AFTER = Duration.ofHours(48);

    /** Days of a large game that are summed in one transaction. */
    private static final int AT_ONCE = 10;

    /** So far back the console shows. */
    private static final int SHOWN_DAYS = 180;

    /** Of a day {@code d.day}. */
    private static final String SUMS = """
            select currency, count(*) as orders, sum(amount) as paid, sum(refunded) as refunded,
                count(*) filter (where state = 'DELIVERED') as delivered,
                count(*) filter (where state = 'DELIVERY_FAILED') as failed,
                percentile_disc(0.5) within group (order by extract(epoch from settled_at - paid_at))
                    filter (where state = 'DELIVERED') as seconds
            from purchase_order
            where app_id = :game and env = 0
                and paid_at >= d.day::timestamp at time zone :zone
                and paid_at < (d.day + 1)::timestamp at time zone :zone
                and listed_at >= d.day::timestamp at time zone :zone - interval '1 hour'
                and listed_at < (d.day + 1)::timestamp at time zone :zone + interval '1 hour'
            group by currency
            """;

    private static final String KEPT = """
            select day, currency, orders, paid, refunded, delivered, failed, seconds from order_day
            where app_id = :game and zone = :zone and day between :from and :to and day < :recent
            """;

    private static final String COUNTED = """
            select d.day, s.* from (
                select moment::date as day
                from generate_series(greatest(:from::date, :recent::date), :to::date, interval '1 day') as days(moment)) d
            cross join lateral (%s) s
            """.formatted(SUMS);

    private static final String SUM = """
            with d as (
                insert into summed_day (app_id, zone, day)
                select :game, :zone, day from unnest(array[:days]::date[]) as days(day)
                on conflict do nothing returning day)
            insert into order_day (app_id, zone, day, currency, orders, paid, refunded, delivered, failed, seconds)
            select :game, :zone, d.day, s.* from d cross join lateral (%s) s
            """.formatted(SUMS);

    /** Of any zone: nobody knows which a day was summed in when the setting has changed. */
    private static final String FORGET = """
            with late as (delete from late_order where app_id = :game returning paid_at),
                days as (select distinct (paid_at at time zone 'UTC')::date as day from late)
            delete from summed_day s using days d where s.app_id = :game and s.day between d.day - 1 and d.day + 1
            returning s.zone, s.day
            """;

    private final JdbcClient db;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ZoneId zone;

    OrderDays(
            JdbcClient db,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${gatehouse.console.zone}") ZoneId zone) {
        this.db = db;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.zone = zone;
    }

    /** Those with orders, in order. @param to the last day, inclusive */
    List<OrderDay> of(AppId game, LocalDate from, LocalDate to) {
        var recent = firstRecent();
        keep(game, from, to.isBefore(recent) ? to : recent.minusDays(1));
        return db.sql(KEPT + " union all " + COUNTED + " order by 1, 2")
                .param("game", game.value())
                .param("zone", zone.getId())
                .param("from", from)
                .param("recent", recent)
                .param("to", to)
                .query(OrderDays::day)
                .list();
    }

    /** What the console may show is summed before somebody asks. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void keepAll() {
        var recent = firstRecent();
        games().forEach(it -> keep(it, recent.minusDays(SHOWN_DAYS), recent.minusDays(1)));
    }

    /** Those that were ever ordered from, each found by one look into an index. */
    private List<AppId> games() {
        return db.sql("""
                        with recursive game(app_id) as (
                            (select app_id from purchase_order order by app_id limit 1)
                            union all
                            select (select o.app_id from purchase_order o where o.app_id > g.app_id order by o.app_id limit 1)
                            from game g where g.app_id is not null)
                        select app_id from game where app_id is not null
                        """).query(String.class).list().stream().map(AppId::new).toList();
    }

    private LocalDate firstRecent() {
        return LocalDate.ofInstant(clock.instant().minus(SETTLED_AFTER), zone);
    }

    private void keep(AppId game, LocalDate from, LocalDate to) {
        if (hasLateOrders(game)) {
            alone(game, () -> sum(game, forget(game)));
        }
        firstDay(game).ifPresent(first -> sum(game, first.isAfter(from) ? first : from, to));
    }

    private void sum(AppId game, LocalDate from, LocalDate to) {
        for (var days = missing(game, from, to); !days.isEmpty(); days = missing(game, from, to)) {
            var next = days;
            alone(game, () -> sum(game, next));
        }
    }

    private void sum(AppId game, List<LocalDate> days) {
        if (!days.isEmpty()) {
            db.sql(SUM)
                    .param("game", game.value())
                    .param("zone", zone.getId())
                    .param("days", days)
                    .update();
        }
    }

    /** @return the days of our zone that were summed; whoever looks meanwhile still sees their sums of before */
    private List<LocalDate> forget(AppId game) {
        return db
                .sql(FORGET)
                .param("game", game.value())
                .query((row, number) ->
                        row.getString("zone").equals(zone.getId()) ? row.getObject("day", LocalDate.class) : null)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Before which nothing was sold. */
    private Optional<LocalDate> firstDay(AppId game) {
        return db.sql("""
                        select ((listed_at - interval '1 hour') at time zone :zone)::date from purchase_order
                        where app_id = :game order by listed_at limit 1
                        """)
                .param("zone", zone.getId())
                .param("game", game.value())
                .query(LocalDate.class)
                .optional();
    }

    private boolean hasLateOrders(AppId game) {
        return db.sql("select exists (select from late_order where app_id = ?)")
                .param(game.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * One at a time for a game: a sum that began before a change and ends after it was noted would stay as it is. Whoever
     * has waited finds the same days done.
     */
    private void alone(AppId game, Runnable work) {
        transaction.executeWithoutResult(status -> {
            LongWork.begin(jdbc);
            db.sql("select pg_advisory_xact_lock(hashtextextended('order_day ' || ?, 0))")
                    .param(game.value())
                    .query(rows -> {});
            work.run();
        });
    }

    private List<LocalDate> missing(AppId game, LocalDate from, LocalDate to) {
        return db.sql("""
                        select moment::date from generate_series(:from::date, :to::date, interval '1 day') as days(moment)
                        where not exists (
                            select from summed_day s where s.app_id = :game and s.zone = :zone and s.day = moment::date)
                        order by 1 limit :most
                        """)
                .param("game", game.value())
                .param("zone", zone.getId())
                .param("from", from)
                .param("to", to)
                .param("most", AT_ONCE)
                .query(LocalDate.class)
                .list();
    }

    private static OrderDay day(ResultSet row, int number) throws SQLException {
        var currency = row.getString("currency");
        var seconds = row.getBigDecimal("seconds");
        return new OrderDay(
                row.getObject("day", LocalDate.class),
                row.getLong("orders"),
                Money.of(row.getLong("paid"), currency),
                Money.of(row.getLong("refunded"), currency),
                row.getLong("delivered"),
                row.getLong("failed"),
                seconds == null
                        ? null
                        : Duration.ofMillis(seconds.movePointRight(3).longValue()));
    }
}

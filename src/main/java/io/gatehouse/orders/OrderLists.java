package io.gatehouse.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.AppId;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Money;
import io.gatehouse.core.Page;
import io.gatehouse.delivery.NotificationSwitch;

/**
 * Lists of paid orders: newest first, by key, never by offset. An order stands where it was placed, which a payment does
 * not change, or where it was paid if that was more than an hour away.
 */
@Component
@Transactional(readOnly = true)
class OrderLists {

    static final int PAGE = 50;
    static final int COUNTED = 10_000;

    private static final int FETCH = 2_000;
    private static final String NEWEST_FIRST = " order by listed_at desc, order_no desc";

    /** By the time of payment, and first by the place in the lists, which is at most an hour away from it. */
    private static final String PAID_IN_TIME = "app_id = :game and paid_at >= :from and paid_at < :until"
            + " and listed_at >= :from::timestamptz - interval '1 hour' and listed_at < :until::timestamptz + interval '1 hour'";

    private final JdbcClient db;
    private final JdbcClient cursor;
    private final NotificationSwitch notifications;
    private final Clock clock;
    private final ZoneId zone;

    OrderLists(
            JdbcClient db,
            DataSource source,
            NotificationSwitch notifications,
            Clock clock,
            @Value("${gatehouse.console.zone}") ZoneId zone) {
        this.db = db;
        this.notifications = notifications;
        this.clock = clock;
        this.zone = zone;
        var fetching = new JdbcTemplate(source);
        fetching.setFetchSize(FETCH);
        this.cursor = JdbcClient.create(fetching);
    }

    OrderFilter filter(OrderSearch typed) {
        return OrderFilter.of(typed, LocalDate.ofInstant(clock.instant(), zone));
    }

    Page<OrderRow> list(AppId game, OrderFilter filter, @Nullable String after) {
        var parameters = new LinkedHashMap<String, Object>();
        var on = notifications.isOn(game);
        var where = where(game, filter, on, parameters);
        if (after != null) {
            where += " and (listed_at, order_no) < (:afterTime, :afterNo)";
            parameters.put("afterTime", listedAt(game, after));
            parameters.put("afterNo", after);
        }
        var rows = db.sql("select * from purchase_order where " + where + NEWEST_FIRST + " limit " + (PAGE + 1))
                .params(parameters)
                .query((row, number) -> OrderColumns.row(row, on))
                .list();
        return Page.of(rows, PAGE, OrderRow::orderNo);
    }

    /** @return at most {@value #COUNTED} + 1, which reads as "more than" */
    long count(AppId game, OrderFilter filter) {
        var parameters = new LinkedHashMap<String, Object>();
        var where = where(game, filter, notifications.isOn(game), parameters);
        return db.sql("select count(*) from (select 1 from purchase_order where " + where + " limit " + (COUNTED + 1)
                        + ") counted")
                .params(parameters)
                .query(Long.class)
                .single();
    }

    void stream(AppId game, OrderFilter filter, Consumer<OrderRow> consumer) {
        var parameters = new LinkedHashMap<String, Object>();
        var on = notifications.isOn(game);
        var where = where(game, filter, on, parameters);
        try (var rows = cursor
                .sql("select * from purchase_order where " + where + NEWEST_FIRST)
                .params(parameters)
                .query((row, number) -> OrderColumns.row(row, on))
                .stream()) {
            rows.forEach(consumer);
        }
    }

    OrderFigures figures(AppId game, LocalDate from, LocalDate to) {
        var filter = new OrderFilter(from, to, null, null, null, null);
        var parameters = new LinkedHashMap<String, Object>();
        var on = notifications.isOn(game);
        var where = where(game, filter, on, parameters) + " and env = 0";
        parameters.put("zone", zone.getId());
        var days = db.sql("""
                        select (paid_at at time zone :zone)::date as day, currency, count(*) as orders,
                            count(distinct open_id) as players, sum(amount) as paid, sum(refunded) as refunded,
                            count(*) filter (where state = 'DELIVERED') as delivered,
                            count(*) filter (where state = 'DELIVERY_FAILED') as failed,
                            percentile_disc(0.5) within group (order by extract(epoch from settled_at - paid_at))
                                filter (where state = 'DELIVERED') as seconds
                        from purchase_order where %s group by 1, 2 order by 1, 2
                        """.formatted(where))
                .params(parameters)
                .query(OrderLists::day)
                .list();
        parameters.remove("zone");
        var states = new EnumMap<OrderState, Long>(OrderState.class);
        db.sql("select state, count(*) from purchase_order where " + where + " group by state")
                .params(parameters)
                .query(row -> {
                    states.merge(OrderState.valueOf(row.getString(1)).shown(on), row.getLong(2), Long::sum);
                });
        return new OrderFigures(days, Map.copyOf(states));
    }

    private String where(AppId game, OrderFilter filter, boolean notificationsOn, Map<String, Object> parameters) {
        var conditions = new ArrayList<String>();
        conditions.add(PAID_IN_TIME);
        parameters.put("game", game.value());
        parameters.put("from", OrderColumns.stored(start(filter.from())));
        parameters.put("until", OrderColumns.stored(start(filter.to().plusDays(1))));
        restrict(
                "number",
                filter.number(),
                "(order_no = :number or out_trade_no = :number"
                        + " or order_no = (select order_no from order_transaction where transaction_id = :number))",
                conditions,
                parameters);
        restrict("player", filter.player(), "open_id = :player", conditions, parameters);
        restrict(
                "item",
                filter.item(),
                "(item_code = :item or lower(item_name) = lower(:item))",
                conditions,
                parameters);
        var state = filter.state();
        restrict(
                "states",
                state == null ? null : state.stored(notificationsOn),
                "state = any(:states)",
                conditions,
                parameters);
        return String.join(" and ", conditions);
    }

    private static void restrict(
            String name,
            @Nullable Object value,
            String condition,
            ArrayList<String> conditions,
            Map<String, Object> parameters) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private OffsetDateTime listedAt(AppId game, String orderNo) {
        return db.sql("select listed_at from purchase_order where order_no = ? and app_id = ?")
                .params(orderNo, game.value())
                .query(OffsetDateTime.class)
                .optional()
                .orElseThrow(() -> new InvalidValue("after", "order.page-unknown", orderNo));
    }

    private static OrderFigures.Day day(ResultSet row, int number) throws SQLException {
        var currency = row.getString("currency");
        var seconds = row.getBigDecimal("seconds");
        return new OrderFigures.Day(
                row.getObject("day", LocalDate.class),
                row.getLong("orders"),
                row.getLong("players"),
                Money.of(row.getLong("paid"), currency),
                Money.of(row.getLong("refunded"), currency),
                row.getLong("delivered"),
                row.getLong("failed"),
                seconds == null
                        ? null
                        : Duration.ofMillis(seconds.movePointRight(3).longValue()));
    }
}

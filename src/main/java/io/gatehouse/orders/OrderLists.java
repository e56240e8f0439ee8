package io.gatehouse.orders;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.catalogue.Catalogue;
import io.gatehouse.core.AppId;
import io.gatehouse.core.InvalidValue;
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
    private final Catalogue catalogue;
    private final Clock clock;
    private final ZoneId zone;

    OrderLists(
            JdbcClient db,
            DataSource source,
            NotificationSwitch notifications,
            Catalogue catalogue,
            Clock clock,
            @Value("${gatehouse.console.zone}") ZoneId zone) {
        this.db = db;
        this.notifications = notifications;
        this.catalogue = catalogue;
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
        var item = filter.item();
        if (item != null) {
            conditions.add("item_code in (:codes) and (item_code = :item or lower(item_name) = lower(:item))");
            parameters.put("item", item);
            parameters.put("codes", codes(game, item));
        }
        var state = filter.state();
        restrict(
                "states",
                state == null ? null : state.stored(notificationsOn),
                "state = any(:states)",
                conditions,
                parameters);
        return String.join(" and ", conditions);
    }

    /** The index of orders knows ids of items, and people their names. */
    private List<String> codes(AppId game, String item) {
        var codes = new ArrayList<>(catalogue.codesNamed(game, item));
        codes.add(item);
        return codes;
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
}

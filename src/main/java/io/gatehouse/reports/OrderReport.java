package io.gatehouse.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.AppId;
import io.gatehouse.orders.OrderFilter;
import io.gatehouse.orders.OrderRow;
import io.gatehouse.orders.OrderSearch;
import io.gatehouse.orders.Orders;

/** The order record as a workbook. */
@Component
class OrderReport implements ReportSource<OrderRow> {

    private final Orders orders;

    OrderReport(Orders orders) {
        this.orders = orders;
    }

    @Override
    public ReportKind kind() {
        return ReportKind.ORDERS;
    }

    @Override
    public List<Column<OrderRow>> columns(Words words) {
        return List.of(
                new Column<>("order-no", 24, OrderRow::orderNo),
                new Column<>("out-trade-no", 28, OrderRow::outTradeNo),
                new Column<>("transaction", 28, OrderRow::transactionId),
                new Column<>("env", 10, it -> words.say("report.env." + it.env())),
                new Column<>("player", 30, OrderRow::openId),
                new Column<>("item-id", 20, it -> it.item().code()),
                new Column<>("item-name", 24, it -> it.item().name()),
                new Column<>("item-version", 9, it -> it.item().version()),
                new Column<>("price", 12, it -> it.item().price()),
                new Column<>("quantity", 9, it -> it.item().quantity()),
                new Column<>("paid", 12, OrderRow::amount),
                new Column<>("currency", 9, it -> it.amount().currency().getCurrencyCode()),
                new Column<>("state", 18, it -> words.say("report.state." + it.state())),
                new Column<>("pay-model", 14, OrderRow::payModel),
                new Column<>("paid-at", 20, OrderRow::paidAt),
                new Column<>("settled-at", 20, OrderRow::settledAt),
                new Column<>("refund-state", 18, it -> words.say("report.refund." + it.refund())),
                new Column<>("refunded", 12, OrderRow::refunded),
                new Column<>("attach", 30, OrderRow::attach));
    }

    @Override
    public Map<String, String> understood(Map<String, String> typed) {
        var filter = filter(typed);
        var understood = new LinkedHashMap<String, String>();
        understood.put("from", filter.from().toString());
        understood.put("to", filter.to().toString());
        put(understood, "number", filter.number());
        put(understood, "player", filter.player());
        put(understood, "item", filter.item());
        put(understood, "state", filter.state());
        return understood;
    }

    @Override
    public boolean hasMoreThan(int rows, AppId game, Map<String, String> filter) {
        return orders.count(game, filter(filter)) > rows;
    }

    @Override
    @Transactional(readOnly = true)
    public void stream(AppId game, Map<String, String> filter, Consumer<OrderRow> consumer) {
        orders.stream(game, filter(filter), consumer);
    }

    private OrderFilter filter(Map<String, String> typed) {
        return orders.filter(new OrderSearch(
                typed.get("from"),
                typed.get("to"),
                typed.get("number"),
                typed.get("player"),
                typed.get("item"),
                typed.get("state")));
    }

    private static void put(Map<String, String> understood, String field, @Nullable Object value) {
        if (value != null) {
            understood.put(field, value.toString());
        }
    }
}

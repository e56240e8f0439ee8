package io.gatehouse.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Currency;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.core.Money;

/** Reads rows of the order table, and writes values as it has them. */
final class OrderColumns {

    private OrderColumns() {}

    static OrderView view(ResultSet row, int number) throws SQLException {
        var account = account(row);
        return new OrderView(
                row.getString("order_no"),
                new AppId(row.getString("app_id")),
                Env.of(row.getInt("env")),
                row.getString("out_trade_no"),
                row.getString("open_id"),
                item(row),
                money(row, "amount"),
                row.getString("attach"),
                row.getString("zone_id"),
                OrderState.valueOf(row.getString("state")),
                time(row.getObject("created_at", OffsetDateTime.class)),
                row.getString("pay_id"),
                row.getString("pay_model"),
                row.getString("transaction_id"),
                timeOrNull(row, "paid_at"),
                timeOrNull(row, "settled_at"),
                row.getString("settled_by"),
                RefundProgress.valueOf(row.getString("refund")),
                account.refunded(),
                account.left());
    }

    /** @param notificationsOn whether those of the row's game are */
    static OrderRow row(ResultSet row, boolean notificationsOn) throws SQLException {
        return new OrderRow(
                row.getString("order_no"),
                new AppId(row.getString("app_id")),
                Env.of(row.getInt("env")),
                row.getString("out_trade_no"),
                row.getString("open_id"),
                item(row),
                money(row, "amount"),
                OrderState.valueOf(row.getString("state")).shown(notificationsOn),
                row.getString("pay_model"),
                row.getString("transaction_id"),
                time(row.getObject("paid_at", OffsetDateTime.class)),
                timeOrNull(row, "settled_at"),
                RefundProgress.valueOf(row.getString("refund")),
                money(row, "refunded"),
                row.getString("attach"));
    }

    /** What may be given back: nothing of an order that is not paid. */
    static RefundAccount account(ResultSet row) throws SQLException {
        var amount = money(row, "amount");
        var paid = row.getObject("paid_at") == null ? new Money(0, amount.currency()) : amount;
        var failed = RefundProgress.valueOf(row.getString("refund")) == RefundProgress.REFUND_FAILED;
        return new RefundAccount(paid, money(row, "refunded"), money(row, "reserved"), failed);
    }

    static OffsetDateTime stored(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static SoldItem item(ResultSet row) throws SQLException {
        return new SoldItem(
                row.getString("item_code"),
                row.getString("item_name"),
                row.getInt("item_version"),
                row.getString("image_url"),
                money(row, "unit_price"),
                row.getInt("quantity"));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getLong(column), Currency.getInstance(row.getString("currency")));
    }

    static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Instant time(OffsetDateTime column) {
        return column.toInstant();
    }

    /** What many rows have in one column, for a statement about all of them. */
    static <T> String[] array(Collection<T> rows, Function<T, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }
}

package io.gatehouse.orders;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.gatehouse.core.AppId;

/**
 * Orders in the database. Plain SQL, because an order is written on the path of every payment; each statement asks for
 * the states from which {@link OrderState} allows its event.
 */
@Repository
class StoredOrders {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);

    private final JdbcClient db;

    StoredOrders(JdbcClient db) {
        this.db = db;
    }

    /** @return our number; empty if the game has used its own number before */
    Optional<String> create(NewOrder order) {
        return db.sql("""
                        with placed as (
                            insert into purchase_order (order_no, app_id, env, out_trade_no, open_id, item_code, item_name,
                                item_version, image_url, unit_price, quantity, amount, currency, attach, zone_id, state,
                                created_at)
                            select 'GH-' || :day || '-' || lpad(n, greatest(6, length(n)), '0'), :game, :env,
                                :outTradeNo, :openId, :code, :name, :version, :image, :price, :quantity, :amount,
                                :currency, :attach, :zone, 'CREATED', :now
                            from (select nextval('order_number')::text as n) next
                            on conflict (app_id, out_trade_no) do nothing
                            returning created_at, order_no)
                        insert into unpaid_order (placed_at, order_no) select created_at, order_no from placed
                        returning order_no
                        """)
                .param("day", DAY.format(order.createdAt()))
                .param("game", order.game().value())
                .param("env", order.env().number())
                .param("outTradeNo", order.outTradeNo())
                .param("openId", order.openId())
                .param("code", order.item().code())
                .param("name", order.item().name())
                .param("version", order.item().version())
                .param("image", order.item().imageUrl())
                .param("price", order.item().price().minor())
                .param("quantity", order.item().quantity())
                .param("amount", order.amount().minor())
                .param("currency", order.amount().currency().getCurrencyCode())
                .param("attach", order.attach())
                .param("zone", order.zoneId())
                .param("now", OrderColumns.stored(order.createdAt()))
                .query(String.class)
                .optional();
    }

    /** The payment is open at the superapp; nothing happens if it has been paid meanwhile. */
    void opened(String orderNo, String payId) {
        db.sql("update purchase_order set state = 'PAYING', pay_id = :payId"
                        + " where order_no = :order and state = any(:before)")
                .param("payId", payId)
                .param("order", orderNo)
                .param("before", OrderState.before(OrderEvent.OPENED))
                .update();
    }

    /** @return the orders as paid, as far as they were waiting for exactly this amount; all in one statement */
    List<OrderView> paid(Collection<PaymentNotice> notices) {
        return db.sql("""
                        with paid as (
                            update purchase_order o set state = 'PAID', transaction_id = t.transaction,
                                pay_model = t.model, paid_at = t.paid_at
                            from unnest(:games::text[], :numbers::text[], :transactions::text[], :models::text[],
                                    :times::timestamptz[], :amounts::bigint[], :currencies::text[])
                                as t (game, number, transaction, model, paid_at, amount, currency)
                            where o.app_id = t.game and o.out_trade_no = t.number and o.amount = t.amount
                                and o.currency = t.currency and o.state = any(:before)
                            returning o.*),
                        used as (
                            insert into order_transaction (transaction_id, order_no)
                            select transaction_id, order_no from paid),
                        settled as (
                            delete from unpaid_order where placed_at = any(array(select created_at from paid))
                                and order_no = any(array(select order_no from paid)))
                        select * from paid
                        """)
                .param("games", OrderColumns.array(notices, it -> it.game().value()))
                .param("numbers", OrderColumns.array(notices, PaymentNotice::outTradeNo))
                .param("transactions", OrderColumns.array(notices, PaymentNotice::transactionId))
                .param("models", OrderColumns.array(notices, PaymentNotice::payModel))
                .param(
                        "times",
                        OrderColumns.array(
                                notices, it -> OrderColumns.stored(it.paidAt()).toString()))
                .param(
                        "amounts",
                        notices.stream().map(it -> it.amount().minor()).toArray(Long[]::new))
                .param(
                        "currencies",
                        OrderColumns.array(notices, it -> it.amount().currency().getCurrencyCode()))
                .param("before", OrderState.before(OrderEvent.PAID))
                .query(OrderColumns::view)
                .list();
    }

    /** @return whether it was still unpaid */
    boolean closed(String orderNo) {
        return db.sql("""
                        with closed as (
                            update purchase_order set state = 'CLOSED' where order_no = :order and state = any(:before)
                            returning created_at, order_no)
                        delete from unpaid_order u using closed
                        where u.placed_at = closed.created_at and u.order_no = closed.order_no
                        """)
                        .param("order", orderNo)
                        .param("before", OrderState.before(OrderEvent.CLOSED))
                        .update()
                > 0;
    }

    Optional<OrderView> find(String orderNo) {
        return db.sql("select * from purchase_order where order_no = ?")
                .param(orderNo)
                .query(OrderColumns::view)
                .optional();
    }

    List<OrderView> find(Collection<String> orderNos) {
        return db.sql("select * from purchase_order where order_no = any(?)")
                .param(orderNos.toArray(String[]::new))
                .query(OrderColumns::view)
                .list();
    }

    Optional<OrderView> find(AppId game, String outTradeNo) {
        return db.sql("select * from purchase_order where app_id = ? and out_trade_no = ?")
                .params(game.value(), outTradeNo)
                .query(OrderColumns::view)
                .optional();
    }

    /** Orders that nobody has paid since a time, oldest first. */
    List<OrderView> unpaidSince(Instant time, int atMost) {
        return db.sql("""
                        select o.* from unpaid_order u join purchase_order o on o.order_no = u.order_no
                        where u.placed_at < ? order by u.placed_at limit ?
                        """)
                .params(OrderColumns.stored(time), atMost)
                .query(OrderColumns::view)
                .list();
    }
}

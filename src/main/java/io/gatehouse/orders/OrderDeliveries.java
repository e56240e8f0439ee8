package io.gatehouse.orders;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.gatehouse.core.AppId;
import io.gatehouse.delivery.Settled;

/** What became of the delivery of paid orders, kept in their rows; many at a time, as {@link StoredOrders} are. */
@Repository
class OrderDeliveries {

    private final JdbcClient db;

    OrderDeliveries(JdbcClient db) {
        this.db = db;
    }

    /** Their first attempts have failed. Nothing is written for orders that are told of otherwise by now. */
    void tried(Collection<String> orderNos) {
        db.sql("update purchase_order set state = 'DELIVERING' where order_no = any(:orders) and state = any(:before)")
                .param("orders", OrderColumns.array(orderNos, Function.identity()))
                .param("before", OrderState.before(OrderEvent.TRIED))
                .update();
    }

    /** A notification goes out again. */
    List<String> sent(Collection<String> orderNos) {
        return db.sql("update purchase_order set state = 'DELIVERING', settled_at = null"
                        + " where order_no = any(:orders) and state = any(:before) returning order_no")
                .param("orders", OrderColumns.array(orderNos, Function.identity()))
                .param("before", OrderState.before(OrderEvent.SENT))
                .query(String.class)
                .list();
    }

    /** Those of a game's orders that are delivered, paid back or being paid back: nothing is owed for them. */
    Set<String> notToBeDelivered(AppId game, Collection<String> orderNos) {
        return Set.copyOf(db.sql("select order_no from purchase_order where app_id = :game and order_no = any(:orders)"
                        + " and (state = 'DELIVERED' or refund in ('REFUNDING', 'REFUNDED'))")
                .param("game", game.value())
                .param("orders", OrderColumns.array(orderNos, Function.identity()))
                .query(String.class)
                .list());
    }

    /**
     * Records the outcome of notifications, all in one statement.
     *
     * @return those it was news for
     */
    List<String> settled(OrderEvent outcome, Collection<String> orderNos, Instant at, @Nullable String by) {
        var state = outcome == OrderEvent.GIVEN_UP ? OrderState.DELIVERY_FAILED : OrderState.DELIVERED;
        return db.sql("update purchase_order set state = :state, settled_at = :at, settled_by = :by"
                        + " where order_no = any(:orders) and state = any(:before) returning order_no")
                .param("state", state.name())
                .param("at", OrderColumns.stored(at))
                .param("by", by)
                .param("orders", OrderColumns.array(orderNos, Function.identity()))
                .param("before", OrderState.before(outcome))
                .query(String.class)
                .list();
    }

    /** The same for those the games' servers have taken, each with its own time. */
    void acknowledged(List<Settled> deliveries) {
        db.sql("""
                        update purchase_order set state = 'DELIVERED', settled_at = taken.at
                        from unnest(:orders::text[], :times::timestamptz[]) as taken (order_no, at)
                        where purchase_order.order_no = any(:orders::text[])
                            and purchase_order.order_no = taken.order_no and state = any(:before)
                        """)
                .param("orders", OrderColumns.array(deliveries, Settled::orderNo))
                .param("times", OrderColumns.array(deliveries, it -> it.at().toString()))
                .param("before", OrderState.before(OrderEvent.ACKNOWLEDGED))
                .update();
    }
}

package io.gatehouse.orders;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.AppId;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Money;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Page;

/** The orders of players. */
@Service
public class Orders {

    private final StoredOrders orders;
    private final OrderLists lists;
    private final RefundReservations reservations;

    Orders(StoredOrders orders, OrderLists lists, RefundReservations reservations) {
        this.orders = orders;
        this.lists = lists;
        this.reservations = reservations;
    }

    /** @throws NotFound if the game has no such order */
    @Transactional(readOnly = true)
    public OrderView get(AppId game, String orderNo) {
        return orders.find(orderNo)
                .filter(it -> it.game().equals(game))
                .orElseThrow(() -> new NotFound("order.unknown", orderNo));
    }

    /** By the game's own number. */
    @Transactional(readOnly = true)
    public Optional<OrderView> byOutTradeNo(AppId game, String outTradeNo) {
        return orders.find(game, outTradeNo);
    }

    /** By our number, for callers that know no game: processes and the superapp's backend. */
    @Transactional(readOnly = true)
    public Optional<OrderView> find(String orderNo) {
        return orders.find(orderNo);
    }

    /**
     * Keeps an amount for a refund, before anybody decides on it. The same number again changes nothing.
     *
     * @throws IllegalTransition if less is left of what was paid, or if the number has been used otherwise
     */
    public void reserveRefund(String orderNo, String refundNo, Money amount) {
        reservations.reserve(orderNo, refundNo, amount);
    }

    /** Books a reserved refund as paid back, once. */
    public void settleRefund(String orderNo, String refundNo) {
        reservations.settle(orderNo, refundNo);
    }

    /** Frees the amount of a refund that was refused or withdrawn. */
    public void releaseRefund(String orderNo, String refundNo) {
        reservations.release(orderNo, refundNo);
    }

    /** Frees the amount of a refund that the channel did not pay. */
    public void failRefund(String orderNo, String refundNo) {
        reservations.fail(orderNo, refundNo);
    }

    /** @throws InvalidValue for what {@link OrderFilter} refuses, naming the field */
    public OrderFilter filter(OrderSearch typed) {
        return lists.filter(typed);
    }

    /** Paid orders, newest first. @param after {@link Page#next()} of the page before */
    public Page<OrderRow> list(AppId game, OrderFilter filter, @Nullable String after) {
        return lists.list(game, filter, after);
    }

    /** How many there are; 10,001 stands for more than 10,000. */
    public long count(AppId game, OrderFilter filter) {
        return lists.count(game, filter);
    }

    /** Reads them one by one, newest first, however many there are. */
    public void stream(AppId game, OrderFilter filter, Consumer<OrderRow> consumer) {
        lists.stream(game, filter, consumer);
    }

    /** @param to the last day, inclusive */
    public OrderFigures figures(AppId game, LocalDate from, LocalDate to) {
        return lists.figures(game, from, to);
    }
}

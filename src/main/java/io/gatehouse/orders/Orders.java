package io.gatehouse.orders;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.AppId;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Money;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Page;
import io.gatehouse.core.Username;
import io.gatehouse.delivery.NotificationSwitch;
import io.gatehouse.superapp.Callback;

/** The orders of players. */
@Service
public class Orders {

    /**
     * A refund as the order knows it.
     *
     * @param state {@code RESERVED}, {@code SETTLED} (paid back), {@code RELEASED} (refused or withdrawn) or
     *     {@code FAILED} (not paid by the channel)
     */
    public record OrderRefund(
            String refundNo,
            Money amount,
            String state,
            Instant reservedAt,
            @Nullable Instant endedAt) {}

    private final StoredOrders orders;
    private final OrderDeliveries deliveries;
    private final OrderLists lists;
    private final OrderDays days;
    private final RefundReservations reservations;
    private final Purchases purchases;
    private final Payments payments;
    private final Resending resending;
    private final UndeliveredItems undelivered;
    private final NotificationSwitch notifications;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Orders(
            StoredOrders orders,
            OrderDeliveries deliveries,
            OrderLists lists,
            OrderDays days,
            RefundReservations reservations,
            Purchases purchases,
            Payments payments,
            Resending resending,
            UndeliveredItems undelivered,
            NotificationSwitch notifications,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.deliveries = deliveries;
        this.lists = lists;
        this.days = days;
        this.reservations = reservations;
        this.purchases = purchases;
        this.payments = payments;
        this.resending = resending;
        this.undelivered = undelivered;
        this.notifications = notifications;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes a player's purchase: checks it, places the order, and has the superapp open the payment. Blocks for the
     * superapp's answer, so call it outside a transaction.
     */
    public PurchaseAnswer purchase(Purchase purchase) {
        return purchases.purchase(purchase);
    }

    /**
     * Records that a player has paid: the order, its notification and the business log, in one transaction. The same
     * report again gives the same answer and changes nothing.
     *
     * @throws NotFound for the payment of an order that was never placed
     * @throws PaymentConflict if it contradicts what is recorded; the superapp's administrators are alarmed
     */
    public PaymentAccepted paid(PaymentNotice notice) {
        return payments.accept(notice);
    }

    /** The same, as told by a callback, which is used up with it: neither without the other. */
    public PaymentAccepted paid(PaymentNotice notice, Callback callback) {
        return payments.accept(notice, callback);
    }

    /** @throws NotFound if the game has no such order */
    @Transactional(readOnly = true)
    public OrderView get(AppId game, String orderNo) {
        return orders.find(orderNo)
                .filter(it -> it.game().equals(game))
                .map(this::shown)
                .orElseThrow(() -> new NotFound("order.unknown", orderNo));
    }

    /** By the game's own number. */
    @Transactional(readOnly = true)
    public Optional<OrderView> byOutTradeNo(AppId game, String outTradeNo) {
        return orders.find(game, outTradeNo).map(this::shown);
    }

    /** By our number, for callers that know no game: processes and the superapp's backend. */
    @Transactional(readOnly = true)
    public Optional<OrderView> find(String orderNo) {
        return orders.find(orderNo).map(this::shown);
    }

    private OrderView shown(OrderView order) {
        return order.state().isUnderWay() ? order.in(order.state().shown(notifications.isOn(order.game()))) : order;
    }

    /** Lets nobody else refund the order until the caller's transaction ends; does nothing for an order that is not there. */
    public void holdRefunds(String orderNo) {
        reservations.hold(orderNo);
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
    @Transactional
    public void settleRefund(String orderNo, String refundNo) {
        reservations.settle(orderNo, refundNo).ifPresent(it -> undelivered.refundEnded(orderNo, it));
    }

    /** Frees the amount of a refund that was refused or withdrawn. */
    @Transactional
    public void releaseRefund(String orderNo, String refundNo) {
        reservations.release(orderNo, refundNo).ifPresent(it -> undelivered.refundEnded(orderNo, it));
    }

    /** Frees the amount of a refund that the channel did not pay. */
    @Transactional
    public void failRefund(String orderNo, String refundNo) {
        reservations.fail(orderNo, refundNo).ifPresent(it -> undelivered.refundEnded(orderNo, it));
    }

    /** Sends the delivery notification again. @throws IllegalTransition if the order is delivered, or not paid */
    @Transactional
    public void resend(AppId game, String orderNo, Username by) {
        resending.resend(get(game, orderNo), by);
    }

    /**
     * A person says that the player has the item, whatever became of the notification. Once more changes nothing.
     *
     * @throws IllegalTransition if the order is not paid, or if people are asked to decide on it: then they confirm with
     *     evidence, the team first
     */
    @Transactional
    public OrderView confirmDelivered(AppId game, String orderNo, Username by) {
        get(game, orderNo);
        reservations.hold(orderNo); // so that nobody is asked meanwhile
        IllegalTransition.unless(!undelivered.awaitsDecision(orderNo), "undelivered.decide-first", orderNo);
        return confirmDelivered(game, orderNo, by.value());
    }

    /**
     * The same, said by the game itself, which knows: nobody need decide any more.
     *
     * @param by {@code api} for the game's server
     * @throws IllegalTransition if the order is not paid
     */
    @Transactional
    public OrderView confirmDelivered(AppId game, String orderNo, String by) {
        var order = get(game, orderNo);
        IllegalTransition.unless(order.isPaid(), "order.not-paid", orderNo);
        if (!deliveries
                .settled(OrderEvent.CONFIRMED, List.of(orderNo), clock.instant(), by)
                .isEmpty()) {
            undelivered.delivered(List.of(orderNo));
            events.publishEvent(BusinessEvent.of("order.confirmed", by, "order " + orderNo)
                    .in(game)
                    .under(orderNo)
                    .change("state", order.state(), OrderState.DELIVERED));
        }
        return get(game, orderNo);
    }

    /** The refunds that were ever reserved for an order, oldest first. */
    @Transactional(readOnly = true)
    public List<OrderRefund> refunds(String orderNo) {
        return reservations.of(orderNo);
    }

    /** What people have decided about the order, if it was not delivered by itself. */
    @Transactional(readOnly = true)
    public Optional<CaseView> caseOf(String orderNo) {
        return undelivered.find(orderNo).map(UndeliveredCase::view);
    }

    /** @throws InvalidValue for what {@link OrderFilter} refuses, naming the field */
    public OrderFilter filter(OrderSearch typed) {
        return lists.filter(typed);
    }

    /** The moment the first day begins, in the console's zone. */
    public Instant startOf(OrderFilter filter) {
        return lists.start(filter.from());
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

    /** What a game has sold a day. @param to the last day, inclusive */
    public List<OrderDay> days(AppId game, LocalDate from, LocalDate to) {
        return days.of(game, from, to);
    }
}

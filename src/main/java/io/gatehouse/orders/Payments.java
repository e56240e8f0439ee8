package io.gatehouse.orders;

import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.NotFound;
import io.gatehouse.delivery.GoodsDelivery;
import io.gatehouse.delivery.Notifications;

/** Takes the superapp's reports of payments: once each, whatever is repeated. */
@Component
class Payments {

    /** Bought in the game, as the notification numbers it. */
    private static final int ORDER_SOURCE_GAME = 1;

    private final StoredOrders orders;
    private final Notifications notifications;
    private final PaymentAlarm alarm;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Payments(
            StoredOrders orders,
            Notifications notifications,
            PaymentAlarm alarm,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.orders = orders;
        this.notifications = notifications;
        this.alarm = alarm;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    PaymentAccepted accept(PaymentNotice notice) {
        try {
            var recorded = transaction.execute(status -> record(notice));
            return check(notice, Optional.ofNullable(recorded).orElseThrow());
        } catch (DuplicateKeyException e) {
            throw alarm.raise(notice, "payment.transaction-used", notice.transactionId(), notice.outTradeNo());
        }
    }

    /** One transaction: the order, its notification, and the business log. */
    private OrderView record(PaymentNotice notice) {
        var paid = orders.paid(notice);
        paid.ifPresent(order -> {
            notifications.enqueue(goods(order, notice));
            events.publishEvent(BusinessEvent.of("order.paid", BusinessEvent.SUPERAPP, "order " + order.orderNo())
                    .in(order.game())
                    .under(order.orderNo())
                    .with("outTradeNo", order.outTradeNo())
                    .with("transactionId", notice.transactionId())
                    .with("amount", order.amount()));
        });
        return paid.or(() -> orders.find(notice.game(), notice.outTradeNo()))
                .orElseThrow(() -> new NotFound("payment.order-unknown", notice.outTradeNo(), notice.game()));
    }

    private PaymentAccepted check(PaymentNotice notice, OrderView order) {
        if (!notice.amount().equals(order.amount())) {
            throw alarm.raise(notice, "payment.other-amount", notice.outTradeNo(), order.amount(), notice.amount());
        }
        var paidAt = order.paidAt();
        var transactionId = order.transactionId();
        if (paidAt == null || transactionId == null) {
            throw alarm.raise(notice, "payment.order-closed", notice.outTradeNo(), notice.transactionId());
        }
        if (!transactionId.equals(notice.transactionId())) {
            throw alarm.raise(
                    notice, "payment.other-transaction", notice.outTradeNo(), transactionId, notice.transactionId());
        }
        return new PaymentAccepted(order.orderNo(), order.game(), transactionId, paidAt);
    }

    private static GoodsDelivery goods(OrderView order, PaymentNotice notice) {
        return new GoodsDelivery(
                order.game(),
                order.env(),
                order.orderNo(),
                order.openId(),
                order.outTradeNo(),
                order.item().code(),
                order.item().quantity(),
                order.zoneId(),
                order.item().price().minor(),
                order.item().price().minor(),
                order.attach(),
                ORDER_SOURCE_GAME,
                notice.payModel(),
                notice.transactionId(),
                notice.paidAt());
    }
}

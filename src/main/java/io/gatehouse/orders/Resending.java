package io.gatehouse.orders;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.AppId;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.Username;
import io.gatehouse.delivery.Notifications;

/** Sends the delivery notification of an order again. */
@Component
@Transactional
class Resending {

    private final OrderDeliveries deliveries;
    private final Notifications notifications;

    Resending(OrderDeliveries deliveries, Notifications notifications) {
        this.deliveries = deliveries;
        this.notifications = notifications;
    }

    void resend(OrderView order, Username by) {
        IllegalTransition.unless(
                order.isPaid() && order.state() != OrderState.DELIVERED, "order.not-resendable", order.orderNo());
        IllegalTransition.unless(
                order.refund() != RefundProgress.REFUNDING && order.refund() != RefundProgress.REFUNDED,
                "order.refunded-not-resendable",
                order.orderNo());
        notifications.resend(order.game(), order.orderNo(), by);
        deliveries.sent(List.of(order.orderNo()));
    }

    /** For a process that people have told to. */
    void resend(AppId game, String orderNo) {
        notifications.resend(game, orderNo);
        deliveries.sent(List.of(orderNo));
    }
}

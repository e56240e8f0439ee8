package io.gatehouse.orders.web;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.gatehouse.delivery.NotificationState;
import io.gatehouse.delivery.Notifications;
import io.gatehouse.orders.CaseView;
import io.gatehouse.orders.OrderView;
import io.gatehouse.orders.Orders;
import io.gatehouse.orders.RefundProgress;

/** Says what happens next with an order, and who has to act. */
@Component
class OrderOutlook {

    private final Orders orders;
    private final Notifications notifications;
    private final OrderTexts texts;

    OrderOutlook(Orders orders, Notifications notifications, OrderTexts texts) {
        this.orders = orders;
        this.notifications = notifications;
        this.texts = texts;
    }

    Next of(OrderView order) {
        if (order.refund() == RefundProgress.REFUNDED) {
            return say("refunded", null, false);
        }
        return switch (order.state()) {
            case CREATED, PAYING -> say("unpaid", "unpaid.more", false);
            case CLOSED -> say("closed", null, false);
            case DELIVERED -> say("delivered", order.refund() == RefundProgress.REFUNDING ? "refunding" : null, false);
            case PAID, HELD, DELIVERING -> underWay(notifications.state(order.orderNo()));
            case DELIVERY_FAILED ->
                orders.caseOf(order.orderNo()).map(this::asked).orElseGet(() -> say("failed", null, true));
        };
    }

    private Next underWay(NotificationState state) {
        return switch (state.phase()) {
            case HELD -> say("held", "held.more", false);
            case RESTING -> say("resting", "resting.more", true);
            case ENDPOINT_OFF -> say("endpoint-off", "endpoint-off.more", false);
            case WAITING, NONE, ACKNOWLEDGED, FAILED -> waiting(state);
        };
    }

    private Next waiting(NotificationState state) {
        Instant next = state.nextTry();
        if (state.attempts() == 0 || next == null) {
            return say("sending", null, true);
        }
        return new Next(
                texts.say("order.next.attempt", state.attempts() + 1, texts.second(next)),
                texts.say("order.next.attempt.more", texts.span(notifications.patience())),
                true,
                true);
    }

    private Next asked(CaseView undelivered) {
        if (!undelivered.awaitingDecision()) {
            return say("under-way." + undelivered.resolution(), null, false);
        }
        var who = undelivered.withSuperapp() ? "superapp" : "team";
        return new Next(
                texts.say("order.next.asked." + who, texts.minute(undelivered.dueAt())),
                texts.say("order.next.asked.more"),
                true,
                false);
    }

    private Next say(String key, @Nullable String more, boolean resendable) {
        return new Next(
                texts.say("order.next." + key),
                more == null ? null : texts.say("order.next." + more),
                resendable,
                resendable);
    }
}

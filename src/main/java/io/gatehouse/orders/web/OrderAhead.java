package io.gatehouse.orders.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import io.gatehouse.delivery.NotificationState;
import io.gatehouse.delivery.Notifications;
import io.gatehouse.orders.OrderView;
import io.gatehouse.orders.RefundProgress;

/** What is still to come of an order that nobody has accepted yet: the next attempt, the rest of them, then people. */
@Component
class OrderAhead {

    private final Notifications notifications;
    private final OrderTexts texts;

    OrderAhead(Notifications notifications, OrderTexts texts) {
        this.notifications = notifications;
        this.texts = texts;
    }

    List<Moment> of(OrderView order) {
        var isOwed = order.refund() != RefundProgress.REFUNDED && order.state().isUnderWay();
        return isOwed ? of(notifications.state(order.orderNo())) : List.of();
    }

    List<Moment> of(NotificationState state) {
        if (state.phase() == NotificationState.Phase.HELD) {
            return List.of(Moment.of("next", texts.say("order.at.held"), "").saying(texts.say("order.at.held.text")));
        }
        var next = state.nextTry();
        if (state.phase() != NotificationState.Phase.WAITING || state.attempts() == 0 || next == null) {
            return List.of();
        }
        var moments = new ArrayList<Moment>();
        moments.add(Moment.of("next", texts.say("order.at.next", state.attempts() + 1), texts.second(next)));
        var waits = notifications.waits();
        var others = waits.subList(Math.min(state.attempts(), waits.size()), waits.size());
        if (!others.isEmpty()) {
            var last = next.plus(others.stream().reduce(Duration.ZERO, Duration::plus));
            moments.add(Moment.of(
                    "later",
                    texts.say("order.at.more", others.size()),
                    texts.say("order.at.until", texts.minute(last))));
        }
        moments.add(Moment.of("later", texts.say("order.at.then"), "").saying(texts.say("order.at.then.text")));
        return moments;
    }
}

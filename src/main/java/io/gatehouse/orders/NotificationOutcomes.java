package io.gatehouse.orders;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.gatehouse.core.BusinessEvent;
import io.gatehouse.delivery.Kind;
import io.gatehouse.delivery.NotificationsSettled;
import io.gatehouse.delivery.Settled;

/** Follows what became of the delivery notifications, a batch at a time and in the batch's own transaction. */
@Component
class NotificationOutcomes {

    private final StoredOrders orders;
    private final UndeliveredItems undelivered;
    private final ApplicationEventPublisher events;

    NotificationOutcomes(StoredOrders orders, UndeliveredItems undelivered, ApplicationEventPublisher events) {
        this.orders = orders;
        this.undelivered = undelivered;
        this.events = events;
    }

    @EventListener
    void settled(NotificationsSettled batch) {
        var deliveries = batch.outcomes().stream()
                .filter(it -> it.kind() == Kind.DELIVERY)
                .collect(Collectors.partitioningBy(Settled::acknowledged));
        acknowledged(deliveries.getOrDefault(true, List.of()));
        givenUp(deliveries.getOrDefault(false, List.of()));
    }

    private void acknowledged(List<Settled> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        orders.acknowledged(deliveries);
        var orderNos = deliveries.stream().map(Settled::orderNo).toList();
        undelivered.delivered(orderNos);
    }

    private void givenUp(List<Settled> deliveries) {
        for (var failed : deliveries) {
            if (!orders.settled(OrderEvent.GIVEN_UP, List.of(failed.orderNo()), failed.at(), null)
                    .isEmpty()) {
                undelivered.notDelivered(failed.orderNo());
                events.publishEvent(
                        BusinessEvent.of("order.undelivered", BusinessEvent.SYSTEM, "order " + failed.orderNo())
                                .in(failed.game())
                                .with("attempts", failed.attempts()));
            }
        }
    }
}

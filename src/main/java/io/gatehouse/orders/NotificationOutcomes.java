package io.gatehouse.orders;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.gatehouse.core.BusinessEvent;
import io.gatehouse.delivery.FirstAttemptsFailed;
import io.gatehouse.delivery.Kind;
import io.gatehouse.delivery.NotificationsSettled;
import io.gatehouse.delivery.Settled;

/** Follows what became of the delivery notifications, a batch at a time and in the batch's own transaction. */
@Component
class NotificationOutcomes {

    private final OrderDeliveries deliveries;
    private final UndeliveredItems undelivered;
    private final ApplicationEventPublisher events;

    NotificationOutcomes(OrderDeliveries deliveries, UndeliveredItems undelivered, ApplicationEventPublisher events) {
        this.deliveries = deliveries;
        this.undelivered = undelivered;
        this.events = events;
    }

    @EventListener
    void tried(FirstAttemptsFailed batch) {
        deliveries.tried(batch.orderNos());
    }

    @EventListener
    void settled(NotificationsSettled batch) {
        var outcomes = batch.outcomes().stream()
                .filter(it -> it.kind() == Kind.DELIVERY)
                .collect(Collectors.partitioningBy(Settled::acknowledged));
        acknowledged(outcomes.getOrDefault(true, List.of()));
        givenUp(outcomes.getOrDefault(false, List.of()));
    }

    private void acknowledged(List<Settled> taken) {
        if (taken.isEmpty()) {
            return;
        }
        deliveries.acknowledged(taken);
        var orderNos = taken.stream().map(Settled::orderNo).toList();
        undelivered.delivered(orderNos);
    }

    private void givenUp(List<Settled> failures) {
        for (var failed : failures) {
            if (!deliveries
                    .settled(OrderEvent.GIVEN_UP, List.of(failed.orderNo()), failed.at(), null)
                    .isEmpty()) {
                undelivered.notDelivered(failed.orderNo());
                events.publishEvent(
                        BusinessEvent.of("order.undelivered", BusinessEvent.SYSTEM, "order " + failed.orderNo())
                                .in(failed.game())
                                .under(failed.orderNo())
                                .with("attempts", failed.attempts()));
            }
        }
    }
}

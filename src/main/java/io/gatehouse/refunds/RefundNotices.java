package io.gatehouse.refunds;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import io.gatehouse.delivery.RefundSucceeded;

/** Hands over what the game's server is to be told. */
@Component
class RefundNotices {

    private final ApplicationEventPublisher events;

    RefundNotices(ApplicationEventPublisher events) {
        this.events = events;
    }

    void enqueue(RefundSucceeded refund) {
        events.publishEvent(refund);
    }
}

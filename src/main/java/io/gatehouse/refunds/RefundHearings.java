package io.gatehouse.refunds;

import java.time.Clock;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.NotFound;

/** Asking the developer, and going on without an answer. */
@Component
@Transactional
class RefundHearings {

    private final RefundOrders refunds;
    private final RefundSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RefundHearings(RefundOrders refunds, RefundSettings settings, ApplicationEventPublisher events, Clock clock) {
        this.refunds = refunds;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    RefundView open(String number) {
        var refund = get(number);
        var before = refund.view().status();
        var view = refunds.save(refund.hear(clock.instant().plus(settings.hearing())))
                .view();
        if (before != view.status()) {
            publish("refund.asked", view);
        }
        return view;
    }

    void close(String number) {
        var refund = get(number);
        var before = refund.view().status();
        var view = refunds.save(refund.hearNoLonger()).view();
        if (before != view.status()) {
            publish("refund.unanswered", view);
        }
    }

    private Refund get(String number) {
        return refunds.findById(number).orElseThrow(() -> new NotFound("refund.unknown", number));
    }

    private void publish(String type, RefundView refund) {
        events.publishEvent(BusinessEvent.of(type, BusinessEvent.SYSTEM, "refund " + refund.number())
                .in(refund.game())
                .under(refund.number())
                .with("until", refund.hearingUntil()));
    }
}

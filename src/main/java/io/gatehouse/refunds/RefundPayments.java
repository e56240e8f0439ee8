package io.gatehouse.refunds;

import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.NotFound;
import io.gatehouse.orders.Orders;

/** What becomes of a granted refund: that the channel is told under one number, and that the money is booked once. */
@Component
@Transactional
class RefundPayments {

    private final RefundOrders refunds;
    private final RefundAlarm alarm;
    private final Orders orders;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RefundPayments(
            RefundOrders refunds, RefundAlarm alarm, Orders orders, ApplicationEventPublisher events, Clock clock) {
        this.refunds = refunds;
        this.alarm = alarm;
        this.orders = orders;
        this.events = events;
        this.clock = clock;
    }

    /** What is to be paid. @param first whether the channel was never told before */
    record Attempt(RefundView refund, boolean first) {}

    /**
     * Notes, before the channel is called, that it is; so whatever happens to this process, the next attempt asks what
     * became of it first.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Attempt begin(String number) {
        var refund = get(number);
        if (!refund.view().status().isOpen()) {
            return new Attempt(refund.view(), false);
        }
        var first = refund.attempt();
        return new Attempt(refunds.saveAndFlush(refund).view(), first);
    }

    void await(String number) {
        refunds.saveAndFlush(get(number).await());
    }

    void paid(String number, @Nullable String channelNo) {
        settle(get(number), channelNo, clock.instant());
    }

    void failed(String number, String why) {
        fail(get(number), why, clock.instant());
    }

    /**
     * Takes the channel's own report.
     *
     * @return whether the process waits for it
     * @throws RefundConflict if it contradicts what is recorded
     */
    @Transactional(noRollbackFor = RefundConflict.class)
    public boolean reported(RefundResult result) {
        var refund =
                refunds.lock(result.refundNo()).orElseThrow(() -> new NotFound("refund.unknown", result.refundNo()));
        var view = refund.view();
        if (result.paid() && view.amount().minor() != result.amount()) {
            throw alarm.raise(view, "refund.other-amount", result);
        }
        if (view.status() == (result.paid() ? RefundStatus.REFUNDED : RefundStatus.FAILED)) {
            return false;
        }
        if (!refund.isPaying()) {
            throw alarm.raise(view, "refund.other-result", result);
        }
        var awaited = refund.isAwaited();
        if (result.paid()) {
            settle(refund, result.channelNo(), result.finishedAt());
        } else {
            fail(refund, result.reason() == null ? "–" : result.reason(), result.finishedAt());
        }
        return awaited;
    }

    private void settle(Refund refund, @Nullable String channelNo, Instant at) {
        if (refund.isPaying()) {
            var view = refunds.saveAndFlush(refund.settle(channelNo, at)).view();
            orders.settleRefund(view.orderNo(), view.number());
            publish("refund.paid", view, "channel number", channelNo == null ? "–" : channelNo);
        }
    }

    private void fail(Refund refund, String why, Instant at) {
        if (refund.isPaying()) {
            var view = refunds.saveAndFlush(refund.fail(why, at)).view();
            orders.failRefund(view.orderNo(), view.number());
            publish("refund.failed", view, "reason", why);
        }
    }

    private Refund get(String number) {
        return refunds.findById(number).orElseThrow(() -> new NotFound("refund.unknown", number));
    }

    private void publish(String type, RefundView refund, String field, String value) {
        events.publishEvent(BusinessEvent.of(type, BusinessEvent.SUPERAPP, "refund " + refund.number())
                .in(refund.game())
                .under(refund.number())
                .with("order", refund.orderNo())
                .with("amount", refund.amount())
                .with(field, value));
    }
}

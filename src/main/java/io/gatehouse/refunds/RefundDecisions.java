package io.gatehouse.refunds;

import java.time.Clock;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.core.AppId;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Username;
import io.gatehouse.orders.Orders;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.Requests;

/** What people decide about a refund, whatever way the decision came. */
@Component
@Transactional
class RefundDecisions {

    static final String HEARING = "HearDeveloper";
    static final String REVIEW = "ReviewRefund";
    static final String PAYMENT = "ReleasePayment";

    private final RefundOrders refunds;
    private final Requests requests;
    private final Orders orders;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RefundDecisions(
            RefundOrders refunds,
            Requests requests,
            Orders orders,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.refunds = refunds;
        this.requests = requests;
        this.orders = orders;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** Checks that a person could decide in that task, without deciding. */
    @Transactional(readOnly = true)
    void requireDecider(String task, String number, Username by) {
        var game = get(number).view().game();
        switch (task) {
            case HEARING -> access.require(by, Capability.REFUND_ANSWER, game);
            case REVIEW -> requests.requireDecider(number, by, RequestKind.REFUND.decides());
            case PAYMENT -> requirePayer(number, game, by);
            default -> throw noTask(task);
        }
    }

    static IllegalArgumentException noTask(String task) {
        return new IllegalArgumentException("The refund process has no task " + task);
    }

    private void requirePayer(String number, AppId game, Username by) {
        access.require(by, Capability.REFUND_PAY, game);
        requests.requireFourEyes(number, by);
    }

    /** The developer says what they know. */
    void answer(String number, boolean agrees, String note, Username by) {
        var refund = get(number);
        access.require(by, Capability.REFUND_ANSWER, refund.view().game());
        save(refund.answer(word(agrees, note, by)));
        publish("refund.answered", refund, by, agrees ? "agrees" : "objects", note);
    }

    /** A reviewer grants or refuses; the case is decided with it. */
    void decide(String number, boolean grants, String note, Username by) {
        var refund = get(number);
        save(refund.decide(word(grants, note, by)));
        if (grants) {
            requests.approve(number, by, note);
        } else {
            requests.reject(number, by, note);
            orders.releaseRefund(refund.view().orderNo(), number);
        }
        publish(grants ? "refund.granted" : "refund.refused", refund, by, "reviewer", note);
    }

    /** Finance staff releases the payment, or refuses it and so takes the grant back. */
    void release(String number, boolean releases, String note, Username by) {
        var refund = get(number);
        requirePayer(number, refund.view().game(), by);
        save(refund.release(word(releases, note, by)));
        if (!releases) {
            requests.revoke(number, by, note);
            orders.releaseRefund(refund.view().orderNo(), number);
        }
        publish(releases ? "refund.released" : "refund.refused", refund, by, "finance", note);
    }

    private Word word(boolean yes, String note, Username by) {
        return new Word(yes, note, by.value(), clock.instant());
    }

    private Refund get(String number) {
        return refunds.findById(number).orElseThrow(() -> new NotFound("refund.unknown", number));
    }

    private void save(Refund refund) {
        refunds.saveAndFlush(refund);
    }

    private void publish(String type, Refund refund, Username by, String as, String note) {
        var view = refund.view();
        events.publishEvent(BusinessEvent.of(type, by.value(), "refund " + view.number())
                .in(view.game())
                .under(view.number())
                .with("order", view.orderNo())
                .with("amount", view.amount())
                .with("as", as)
                .with("note", note));
    }
}

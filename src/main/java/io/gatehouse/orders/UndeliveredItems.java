package io.gatehouse.orders;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.gatehouse.core.NotFound;
import io.gatehouse.orders.UndeliveredCase.Awaiting;
import io.gatehouse.requests.WorkingDays;
import io.gatehouse.workflow.Processes;

/** The orders people have to decide on, and what their processes are told. */
@Component
class UndeliveredItems {

    static final String PROCESS = "undelivered-item";
    static final String ITEM_DELIVERED = "ItemDelivered";
    static final String ITEM_STILL_UNDELIVERED = "ItemStillUndelivered";
    static final String ORDER_REFUNDED = "OrderRefunded";
    static final String REFUND_NOT_MADE = "RefundNotMade";

    private final UndeliveredCases cases;
    private final StoredOrders orders;
    private final UndeliveredMails mails;
    private final Processes processes;
    private final WorkingDays workingDays;
    private final UndeliveredSettings settings;
    private final Clock clock;

    UndeliveredItems(
            UndeliveredCases cases,
            StoredOrders orders,
            UndeliveredMails mails,
            Processes processes,
            WorkingDays workingDays,
            UndeliveredSettings settings,
            Clock clock) {
        this.cases = cases;
        this.orders = orders;
        this.mails = mails;
        this.processes = processes;
        this.workingDays = workingDays;
        this.settings = settings;
        this.clock = clock;
    }

    Optional<UndeliveredCase> find(String orderNo) {
        return cases.findById(orderNo);
    }

    /** Whether people are asked right now what is to become of an order. */
    boolean awaitsDecision(String orderNo) {
        return cases.findById(orderNo)
                .filter(it -> it.isAwaiting(Awaiting.DECISION))
                .isPresent();
    }

    /** The case of an order; it is opened if nobody was asked before. */
    UndeliveredCase required(String orderNo) {
        return cases.findById(orderNo).orElseGet(() -> open(orderNo));
    }

    /** The last automatic attempt for an order has failed, or one that somebody asked for. */
    void notDelivered(String orderNo) {
        var known = cases.findById(orderNo);
        if (known.isEmpty()) {
            open(orderNo);
            return;
        }
        var open = known.get();
        var expected = open.isAwaiting(Awaiting.DELIVERY);
        if (expected || !open.isOpen()) {
            open.askTeam(now(), workingDays.after(now(), settings.teamDays()));
            mails.askTeam(cases.save(open));
        }
        if (expected) {
            tell(orderNo, ITEM_STILL_UNDELIVERED);
        }
    }

    /** The players have their items after all: whoever was asked need not decide any more. */
    void delivered(Collection<String> orderNos) {
        cases.findOpen(orderNos.toArray(String[]::new)).forEach(it -> {
            cases.save(it.close(now()));
            tell(it.orderNo(), ITEM_DELIVERED);
        });
    }

    /** A refund of an order has ended. */
    void refundEnded(String orderNo, RefundAccount account) {
        cases.findById(orderNo).filter(UndeliveredCase::isOpen).ifPresent(it -> {
            if (account.progress() == RefundProgress.REFUNDED) {
                cases.save(it.close(now()));
                tell(orderNo, ORDER_REFUNDED);
            } else if (it.isAwaiting(Awaiting.REFUND) && account.reserved().minor() == 0) {
                askSuperapp(it);
                tell(orderNo, REFUND_NOT_MADE);
            }
        });
    }

    void askSuperapp(UndeliveredCase undelivered) {
        undelivered.askSuperapp(now(), workingDays.after(now(), settings.superappDays()));
        mails.askSuperapp(cases.save(undelivered));
    }

    void save(UndeliveredCase undelivered) {
        cases.save(undelivered);
    }

    private UndeliveredCase open(String orderNo) {
        var order = orders.find(orderNo).orElseThrow(() -> new NotFound("order.unknown", orderNo));
        var due = workingDays.after(now(), settings.teamDays());
        var opened = cases.save(new UndeliveredCase(orderNo, order.game(), now(), due));
        mails.askTeam(opened);
        return opened;
    }

    private void tell(String orderNo, String message) {
        if (processes.isRunning(PROCESS, orderNo)) {
            processes.signal(PROCESS, orderNo, message, Map.of());
        }
    }

    private Instant now() {
        return clock.instant();
    }
}

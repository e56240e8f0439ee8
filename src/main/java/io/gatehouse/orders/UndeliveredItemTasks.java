package io.gatehouse.orders;

import java.util.Date;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import io.gatehouse.core.Username;
import io.gatehouse.orders.UndeliveredCase.Awaiting;
import io.gatehouse.workflow.UserTasks;

/**
 * What {@code processes/undelivered-item.bpmn} asks of us. Public only because the engine's expression language cannot
 * call a package-private class; no Java code depends on it.
 */
@Component
public class UndeliveredItemTasks {

    private final UndeliveredItems items;
    private final UndeliveredMails mails;
    private final Resending resending;
    private final StoredOrders orders;
    private final UserTasks userTasks;
    private final ApplicationEventPublisher events;

    UndeliveredItemTasks(
            UndeliveredItems items,
            UndeliveredMails mails,
            Resending resending,
            StoredOrders orders,
            UserTasks userTasks,
            ApplicationEventPublisher events) {
        this.items = items;
        this.mails = mails;
        this.resending = resending;
        this.orders = orders;
        this.userTasks = userTasks;
        this.events = events;
    }

    /** Until when whoever is asked should decide. */
    public Date dueAt(String orderNo) {
        return Date.from(items.required(orderNo).dueAt());
    }

    public Date reminderAt(String orderNo) {
        return Date.from(items.required(orderNo).reminderAt());
    }

    public void remindTeam(String orderNo) {
        mails.remindTeam(items.required(orderNo));
    }

    public void remindSuperapp(String orderNo) {
        mails.remindSuperapp(items.required(orderNo));
    }

    /** The team has let its time pass. */
    public void askSuperapp(String orderNo) {
        var undelivered = items.required(orderNo);
        if (!undelivered.isWithSuperapp()) {
            items.askSuperapp(undelivered);
        }
    }

    public void escalate(String orderNo) {
        userTasks.markOverdue(orderNo);
        mails.overdue(items.required(orderNo));
    }

    /** Sends the notification again; its outcome comes as a message. */
    public void sendAgain(String orderNo) {
        var undelivered = items.required(orderNo);
        resending.resend(undelivered.game(), orderNo);
        items.save(undelivered.await(Awaiting.DELIVERY));
    }

    /** Asks for the refund of what is left, unless all of it is on its way already; the outcome comes as a message. */
    public void startRefund(String orderNo) {
        var undelivered = items.required(orderNo);
        items.save(undelivered.await(Awaiting.REFUND));
        if (orders.find(orderNo).orElseThrow().left().minor() > 0) {
            events.publishEvent(new RefundWanted(orderNo, decider(undelivered), String.valueOf(undelivered.note())));
        }
    }

    private static Username decider(UndeliveredCase undelivered) {
        var by = undelivered.decidedBy();
        if (by == null) {
            throw new IllegalStateException("Nobody has decided on " + undelivered.orderNo());
        }
        return by;
    }
}

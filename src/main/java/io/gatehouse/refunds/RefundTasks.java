package io.gatehouse.refunds;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;

import org.springframework.stereotype.Component;

import io.gatehouse.access.Capability;
import io.gatehouse.delivery.Notifications;
import io.gatehouse.delivery.RefundSucceeded;
import io.gatehouse.orders.OrderView;
import io.gatehouse.orders.Orders;

/**
 * What {@code processes/refund.bpmn} asks of us. Public only because the engine's expression language cannot call a
 * package-private class; no Java code depends on it. All of it is safe to run twice.
 */
@Component
public class RefundTasks {

    private final Refunds refunds;
    private final RefundHearings hearings;
    private final Payback payback;
    private final RefundMails mails;
    private final Orders orders;
    private final Notifications notifications;
    private final RefundSettings settings;
    private final Clock clock;

    RefundTasks(
            Refunds refunds,
            RefundHearings hearings,
            Payback payback,
            RefundMails mails,
            Orders orders,
            Notifications notifications,
            RefundSettings settings,
            Clock clock) {
        this.refunds = refunds;
        this.hearings = hearings;
        this.payback = payback;
        this.mails = mails;
        this.orders = orders;
        this.notifications = notifications;
        this.settings = settings;
        this.clock = clock;
    }

    /** The team is asked, with a deadline. */
    public void askDeveloper(String number) {
        mails.toTeam("refund-question", hearings.open(number));
    }

    /** Until when the developer can answer. */
    public Date hearingUntil(String number) {
        return Date.from(Objects.requireNonNull(refunds.get(number).hearingUntil()));
    }

    /** Nobody answered in time. */
    public void closeHearing(String number) {
        hearings.close(number);
    }

    public void askFinance(String number) {
        mails.toStaff("refund-release", refunds.get(number), Capability.REFUND_PAY);
    }

    /** When finance staff is late. */
    public Date financeDueAt(String number) {
        return Date.from(grantedAt(number).plus(settings.release()));
    }

    /** When finance staff is reminded: half-way. */
    public Date financeReminderAt(String number) {
        return Date.from(grantedAt(number).plus(settings.release().dividedBy(2)));
    }

    public void remindFinance(String number) {
        mails.toStaff("refund-release-reminder", refunds.get(number), Capability.REFUND_PAY);
    }

    /**
     * Has the money paid back, or finds out what became of it.
     *
     * @return {@code paid}, {@code failed} or, while the channel has it, {@code pending}
     */
    public String payBack(String number) {
        return payback.pay(number).variable();
    }

    /** Tells the game's server, through the outbox. */
    public void notifyGame(String number) {
        var refund = refunds.get(number);
        notifications.enqueue(new RefundSucceeded(
                refund.game(),
                refund.env(),
                refund.orderNo(),
                refund.openId(),
                number,
                Objects.requireNonNullElse(refund.externalNo(), number),
                refund.amount().minor(),
                refund.source().number(),
                refund.outTradeNo(),
                orders.find(refund.orderNo()).map(OrderView::transactionId).orElse(""),
                Objects.requireNonNullElse(refund.channelNo(), ""),
                refund.initiatedAt(),
                Objects.requireNonNullElseGet(refund.finishedAt(), clock::instant)));
    }

    public void tellRefunded(String number) {
        tell("refund-paid", number);
    }

    public void tellRefused(String number) {
        tell("refund-refused", number);
    }

    public void tellFailed(String number) {
        var refund = refunds.get(number);
        mails.toStaff("refund-failed", refund, Capability.REFUND_DECIDE);
        mails.toTeam("refund-failed", refund);
    }

    private void tell(String template, String number) {
        var refund = refunds.get(number);
        mails.toTeam(template, refund);
        mails.toAsker(template, refund);
    }

    private Instant grantedAt(String number) {
        return Objects.requireNonNull(refunds.get(number).grant()).at();
    }
}

package io.gatehouse.orders;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.AppId;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Username;

/** A paid order that the game's server never acknowledged: people decide, the team first and then the superapp. */
@Entity
class UndeliveredCase {

    /** What an open case waits for. */
    enum Awaiting {
        DECISION,
        DELIVERY,
        REFUND
    }

    @Id
    private String orderNo;

    private AppId appId;
    private Instant openedAt;
    private Instant waitingSince;
    private Instant dueAt;
    private boolean withSuperapp;

    @Enumerated(EnumType.STRING)
    private Awaiting awaiting = Awaiting.DECISION;

    @Enumerated(EnumType.STRING)
    private @Nullable Resolution resolution;

    private @Nullable String note;
    private @Nullable Username decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable Instant closedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway")
    protected UndeliveredCase() {}

    UndeliveredCase(String orderNo, AppId game, Instant now, Instant due) {
        this.orderNo = orderNo;
        this.appId = game;
        this.openedAt = now;
        this.waitingSince = now;
        this.dueAt = due;
    }

    /** The team is asked, again if a further notification has failed. */
    UndeliveredCase askTeam(Instant now, Instant due) {
        withSuperapp = false;
        return ask(now, due);
    }

    /** The superapp is asked: the team let its time pass, or the refund was not made. */
    UndeliveredCase askSuperapp(Instant now, Instant due) {
        withSuperapp = true;
        return ask(now, due);
    }

    private UndeliveredCase ask(Instant now, Instant due) {
        waitingSince = now;
        dueAt = due;
        awaiting = Awaiting.DECISION;
        closedAt = null;
        return this;
    }

    /** @throws InvalidValue if a confirmation comes without evidence or a refund without a reason */
    UndeliveredCase decide(Resolution chosen, @Nullable String why, Username by, Instant now) {
        requireOpen();
        if (chosen != Resolution.RESEND && (why == null || why.isBlank())) {
            throw new InvalidValue("note", "undelivered.note-" + chosen.key());
        }
        resolution = chosen;
        note = why;
        decidedBy = by;
        decidedAt = now;
        return chosen == Resolution.CONFIRM ? close(now) : this;
    }

    /** A notification or a refund is under way; its outcome is awaited. */
    UndeliveredCase await(Awaiting what) {
        requireOpen();
        awaiting = what;
        return this;
    }

    UndeliveredCase close(Instant now) {
        closedAt = now;
        return this;
    }

    boolean isOpen() {
        return closedAt == null;
    }

    boolean isWithSuperapp() {
        return withSuperapp;
    }

    boolean isAwaiting(Awaiting what) {
        return isOpen() && awaiting == what;
    }

    @Nullable
    Username decidedBy() {
        return decidedBy;
    }

    @Nullable
    String note() {
        return note;
    }

    String orderNo() {
        return orderNo;
    }

    AppId game() {
        return appId;
    }

    Instant waitingSince() {
        return waitingSince;
    }

    Instant dueAt() {
        return dueAt;
    }

    /** Half-way to the due date. */
    Instant reminderAt() {
        return waitingSince.plus(Duration.between(waitingSince, dueAt).dividedBy(2));
    }

    CaseView view() {
        return new CaseView(
                openedAt,
                dueAt,
                withSuperapp,
                awaiting == Awaiting.DECISION,
                resolution == null ? null : resolution.key(),
                note,
                decidedBy,
                decidedAt,
                closedAt);
    }

    private void requireOpen() {
        IllegalTransition.unless(isOpen(), "undelivered.closed", orderNo);
    }
}

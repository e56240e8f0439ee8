package io.gatehouse.refunds;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Money;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Typed;
import io.gatehouse.core.Username;

/** Money asked back for one paid order, from the asking to the payment. */
@Entity
@Table(name = "refund_order")
class Refund {

    static final Duration WINDOW = Duration.ofDays(365);

    private static final int LONGEST_NOTE = 500;

    @Id
    private String number;

    private @Nullable String externalNo;
    private AppId game;
    private TeamId team;

    @Enumerated(EnumType.STRING)
    private Env env;

    private String orderNo;
    private String outTradeNo;
    private String openId;
    private String item;
    private long amount;
    private long paid;
    private String currency;

    @Enumerated(EnumType.STRING)
    private RefundReason reason;

    @Enumerated(EnumType.STRING)
    private RefundSource source;

    private String message;
    private String initiatedBy;
    private Instant initiatedAt;

    @Enumerated(EnumType.STRING)
    private RefundStatus status = RefundStatus.IN_REVIEW;

    private @Nullable Instant hearingUntil;

    @Embedded
    @AttributeOverride(name = "yes", column = @Column(name = "answer_yes"))
    @AttributeOverride(name = "note", column = @Column(name = "answer_note"))
    @AttributeOverride(name = "by", column = @Column(name = "answer_by"))
    @AttributeOverride(name = "at", column = @Column(name = "answer_at"))
    private @Nullable Word answer;

    @Embedded
    @AttributeOverride(name = "yes", column = @Column(name = "grant_yes"))
    @AttributeOverride(name = "note", column = @Column(name = "grant_note"))
    @AttributeOverride(name = "by", column = @Column(name = "grant_by"))
    @AttributeOverride(name = "at", column = @Column(name = "grant_at"))
    private @Nullable Word decision;

    @Embedded
    @AttributeOverride(name = "yes", column = @Column(name = "release_yes"))
    @AttributeOverride(name = "note", column = @Column(name = "release_note"))
    @AttributeOverride(name = "by", column = @Column(name = "release_by"))
    @AttributeOverride(name = "at", column = @Column(name = "release_at"))
    private @Nullable Word released;

    private int attempts;
    private boolean awaited;
    private @Nullable String channelNo;
    private @Nullable String failure;
    private @Nullable Instant finishedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Refund() {}

    /**
     * Asks for a refund.
     *
     * @throws InvalidValue for an amount that is not between 1 and what was paid; @throws IllegalTransition later than
     *     365 days after the payment
     */
    Refund(String number, RefundRequest request, Sale sale, Money amount, Instant now) {
        if (amount.minor() < 1 || amount.isMoreThan(sale.paid())) {
            throw new InvalidValue("refund_fee", "refund.amount", amount, sale.paid());
        }
        IllegalTransition.unless(
                !now.isAfter(sale.paidAt().plus(WINDOW)), "refund.too-late", request.orderNo(), WINDOW.toDays());
        this.number = number;
        this.externalNo = request.externalNo();
        this.game = request.game();
        this.team = sale.team();
        this.env = sale.env();
        this.orderNo = request.orderNo();
        this.outTradeNo = sale.outTradeNo();
        this.openId = sale.openId();
        this.item = sale.item();
        this.amount = amount.minor();
        this.paid = sale.paid().minor();
        this.currency = amount.currency().getCurrencyCode();
        this.reason = request.reason();
        this.source = request.source();
        this.message = request.message().strip();
        this.initiatedBy = request.by();
        this.initiatedAt = now;
    }

    /** The developer is asked; without an answer the review goes on after the deadline. */
    Refund hear(Instant until) {
        if (status != RefundStatus.HEARING) {
            require(RefundStatus.IN_REVIEW);
            status = RefundStatus.HEARING;
            hearingUntil = until;
        }
        return this;
    }

    Refund answer(Word word) {
        require(RefundStatus.HEARING);
        checkNote(word, "refund.note-on-objection");
        answer = word;
        status = RefundStatus.IN_REVIEW;
        return this;
    }

    /** The deadline of the hearing has passed. */
    Refund hearNoLonger() {
        if (status == RefundStatus.HEARING) {
            status = RefundStatus.IN_REVIEW;
        }
        return this;
    }

    /** A reviewer grants or refuses it. Nobody decides what they asked for themselves. */
    Refund decide(Word word) {
        require(RefundStatus.IN_REVIEW);
        fourEyes(word.by().equals(initiatedBy), word, "refund.own-request");
        checkNote(word, "refund.note-on-refusal");
        decision = word;
        close(word.yes() ? RefundStatus.GRANTED : RefundStatus.REFUSED, word.at());
        return this;
    }

    /** Finance staff releases or refuses the payment. Whoever asked for it or granted it does not. */
    Refund release(Word word) {
        require(RefundStatus.GRANTED);
        fourEyes(word.by().equals(initiatedBy), word, "refund.own-request");
        fourEyes(decision != null && word.by().equals(decision.by()), word, "refund.own-grant");
        checkNote(word, "refund.note-on-refusal");
        released = word;
        if (!word.yes()) {
            close(RefundStatus.REFUSED, word.at());
        }
        return this;
    }

    /**
     * The channel is about to be told to pay, or asked again.
     *
     * @return whether it was never told before
     */
    boolean attempt() {
        if (status != RefundStatus.PAYING) {
            require(RefundStatus.GRANTED);
            status = RefundStatus.PAYING;
        }
        awaited = false;
        return attempts++ == 0;
    }

    /** The channel has it and will report. */
    Refund await() {
        require(RefundStatus.PAYING);
        awaited = true;
        return this;
    }

    /** Whether the process waits for the channel's report. */
    boolean isAwaited() {
        return awaited;
    }

    /** The money is back with the player; once, and the same report again changes nothing. */
    Refund settle(@Nullable String channelNo, Instant at) {
        if (status != RefundStatus.REFUNDED) {
            require(RefundStatus.PAYING);
            this.channelNo = channelNo;
            close(RefundStatus.REFUNDED, at);
        }
        return this;
    }

    /** The channel will not pay; the amount is free for another refund. */
    Refund fail(String why, Instant at) {
        if (status != RefundStatus.FAILED) {
            require(RefundStatus.PAYING);
            failure = why.length() > LONGEST_NOTE ? why.substring(0, LONGEST_NOTE) : why;
            close(RefundStatus.FAILED, at);
        }
        return this;
    }

    /** @throws IllegalTransition unless a repeat of the request asks for the same */
    Refund sameAs(RefundRequest request) {
        IllegalTransition.unless(
                orderNo.equals(request.orderNo())
                        && (request.amount() == null || request.amount() == amount)
                        && reason == request.reason(),
                "refund.number-used",
                request.externalNo());
        return this;
    }

    boolean isPaying() {
        return status == RefundStatus.PAYING;
    }

    private void close(RefundStatus to, Instant at) {
        status = to;
        if (!to.isOpen()) {
            finishedAt = at;
            awaited = false;
        }
    }

    private void require(RefundStatus expected) {
        IllegalTransition.unless(status == expected, "refund.state", number, status, expected);
    }

    private void fourEyes(boolean same, Word word, String code) {
        IllegalTransition.unless(!same, code, new Username(word.by()), number);
    }

    private static void checkNote(Word word, String code) {
        if (!word.yes() && word.note().isBlank()) {
            throw new InvalidValue("note", code);
        }
        if (Typed.length(word.note()) > LONGEST_NOTE) {
            throw new InvalidValue("note", "refund.note-too-long", LONGEST_NOTE);
        }
    }

    RefundView view() {
        return new RefundView(
                number,
                externalNo,
                game,
                team,
                env,
                orderNo,
                outTradeNo,
                openId,
                item,
                Money.of(amount, currency),
                Money.of(paid, currency),
                reason,
                source,
                message,
                initiatedBy,
                initiatedAt,
                status,
                answer,
                hearingUntil,
                decision,
                released,
                channelNo,
                failure,
                finishedAt);
    }
}

package io.gatehouse.conformance;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import io.gatehouse.delivery.Form;
import io.gatehouse.delivery.TestCall;

import static io.gatehouse.conformance.Letters.withAChangedByte;
import static io.gatehouse.conformance.Letters.withAnUnknownField;
import static io.gatehouse.conformance.Letters.withoutSignature;

/** Puts a game's server to each of the checks. */
class Examination {

    private static final Duration OLD = Duration.ofMinutes(10);

    /** When a slow sender has surely begun, and is far from its end. */
    private static final Executor LATER = CompletableFuture.delayedExecutor(400, TimeUnit.MILLISECONDS);

    private final Receiver receiver;
    private final Letters letters;
    private final Keys keys;
    private final Form form;
    private final Judgement judgement;
    private final Clock clock;
    private boolean looksAtWebhookSignature;

    Examination(Receiver receiver, Letters letters, Keys keys, Form form, Wish wish, Clock clock) {
        this.receiver = receiver;
        this.letters = letters;
        this.keys = keys;
        this.form = form;
        this.looksAtWebhookSignature = !hasPayEventSig();
        this.judgement = new Judgement(wish);
        this.clock = clock;
    }

    Finding examine(Check check) {
        return switch (check) {
            case GOOD_CALL -> goodCall();
            case NO_SIGNATURE -> noSignature();
            case WRONG_SIGNATURE -> wrongSignature();
            case CHANGED_BYTE -> changedByte();
            case WRONG_WEBHOOK_SIGNATURE -> wrongWebhookSignature();
            case OLD_TIMESTAMP -> oldTimestamp();
            case SAME_ID_TWICE -> sameIdTwice();
            case BOTH_KEYS -> bothKeys();
            case LARGE_ATTACH -> acknowledged(check, order(Randoms.outTradeNo(), Letters.largeAttach()));
            case UNKNOWN_FIELD -> unknownField();
            case SLOW_READ -> slowRead();
            case REFUND_BEFORE_DELIVERY -> refundBeforeDelivery();
        };
    }

    private Finding goodCall() {
        return acknowledged(Check.GOOD_CALL, order(Randoms.outTradeNo(), ""));
    }

    private Finding acknowledged(Check check, Message message) {
        var exchange = receiver.send("call", message);
        return Finding.of(
                check, exchange.acknowledged() ? judgement.handedOut(exchange) : Note.NOT_ACKNOWLEDGED, exchange);
    }

    private Finding noSignature() {
        var message = order(Randoms.outTradeNo(), "").signedWith(List.of());
        return forged(Check.NO_SIGNATURE, message.call(withoutSignature(message.body())));
    }

    private Finding wrongSignature() {
        var body = letters.delivery(Randoms.outTradeNo(), "", Randoms.foreignKey());
        return forged(
                Check.WRONG_SIGNATURE,
                message(body).signedWith(List.of(Randoms.foreignSecret())).call());
    }

    private Finding changedByte() {
        var outTradeNo = Randoms.outTradeNo();
        var message = order(outTradeNo, "");
        return forged(Check.CHANGED_BYTE, message.call(withAChangedByte(message.body(), outTradeNo)));
    }

    private Finding forged(Check check, TestCall call) {
        var exchange = receiver.send("call", call);
        return Finding.of(
                check, exchange.acknowledged() ? Note.FORGERY_ACCEPTED : Judgement.refusal(exchange), exchange);
    }

    /** What has none is proved by the webhook signature alone. */
    private boolean hasPayEventSig() {
        return switch (form) {
            case A, C_JSON, C_XML -> true;
            case D_JSON, D_XML -> false;
        };
    }

    private Finding wrongWebhookSignature() {
        if (!hasPayEventSig()) {
            return Finding.of(Check.WRONG_WEBHOOK_SIGNATURE, Note.NO_PAY_EVENT_SIG);
        }
        var message = order(Randoms.outTradeNo(), "").signedWith(List.of(Randoms.foreignSecret()));
        var exchange = receiver.send("call", message);
        looksAtWebhookSignature = !exchange.acknowledged();
        var note = exchange.acknowledged() ? Note.PAY_EVENT_SIG_ONLY : Judgement.refusal(exchange);
        return Finding.of(Check.WRONG_WEBHOOK_SIGNATURE, note, exchange);
    }

    private Finding oldTimestamp() {
        var exchange = receiver.send(
                "call", order(Randoms.outTradeNo(), "").at(clock.instant().minus(OLD)));
        var accepted = looksAtWebhookSignature ? Note.TIME_NOT_CHECKED : Note.TIME_CANNOT_BE_SEEN;
        return Finding.of(
                Check.OLD_TIMESTAMP, exchange.acknowledged() ? accepted : Judgement.refusal(exchange), exchange);
    }

    private Finding sameIdTwice() {
        var message = order(Randoms.outTradeNo(), "");
        var first = receiver.send("first", message);
        var second = receiver.send("second", message.at(clock.instant()));
        return Finding.of(Check.SAME_ID_TWICE, judgement.twice(first, second), first, second);
    }

    private Finding bothKeys() {
        if (!hasPayEventSig()) {
            return Finding.of(Check.BOTH_KEYS, Note.NO_PAY_EVENT_SIG);
        }
        if (keys.earlier().isEmpty()) {
            return Finding.of(Check.BOTH_KEYS, Note.NO_OVERLAP);
        }
        var current = receiver.send("new-key", order(Randoms.outTradeNo(), ""));
        var body = letters.delivery(Randoms.outTradeNo(), "", keys.earlier().get());
        var earlier = receiver.send("old-key", message(body));
        var both = current.acknowledged() && earlier.acknowledged();
        return Finding.of(Check.BOTH_KEYS, both ? Note.ACKNOWLEDGED : Note.KEY_REFUSED, current, earlier);
    }

    private Finding unknownField() {
        var body = withAnUnknownField(letters.delivery(Randoms.outTradeNo(), "", keys.current()));
        var exchange = receiver.send("call", message(body));
        var note = exchange.acknowledged() ? Note.ACKNOWLEDGED : Note.UNKNOWN_FIELD_REFUSED;
        return Finding.of(Check.UNKNOWN_FIELD, note, exchange);
    }

    /** While one sender is slow, another one must not have to wait for it. */
    private Finding slowRead() {
        var slow = receiver.begin(
                "slow", order(Randoms.outTradeNo(), "").inPieces().call());
        var beside = CompletableFuture.supplyAsync(
                        () -> receiver.begin(
                                "beside", order(Randoms.outTradeNo(), "").call()),
                        LATER)
                .thenCompose(it -> it)
                .join();
        var whole = slow.join();
        return Finding.of(Check.SLOW_READ, Judgement.patience(whole, beside), whole, beside);
    }

    private Finding refundBeforeDelivery() {
        var outTradeNo = Randoms.outTradeNo();
        var refund = receiver.send("refund", message(letters.refund(outTradeNo, keys.current())));
        var delivery = receiver.send("delivery", order(outTradeNo, ""));
        return Finding.of(Check.REFUND_BEFORE_DELIVERY, judgement.afterRefund(refund, delivery), refund, delivery);
    }

    private Message order(String outTradeNo, String attach) {
        return message(letters.delivery(outTradeNo, attach, keys.current()));
    }

    private Message message(String body) {
        return Message.of(form, clock.instant(), body, keys.secrets());
    }
}

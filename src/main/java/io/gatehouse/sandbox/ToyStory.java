package io.gatehouse.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** One purchase told from the beginning: what each counterpart sent, got and noted. */
@Component
@Profile("sandbox")
class ToyStory {

    /**
     * A step of it.
     *
     * @param key what happened, the end of the message key {@code playground.step.…}
     * @param look {@code is-ok}, {@code is-bad}, {@code is-next} or {@code is-later}
     * @param note numbers and answers, not translated
     * @param wire what went over the wire; null if that is not worth a look
     */
    record Step(
            String key,
            String look,
            String note,
            @Nullable Instant at,
            @Nullable Wire wire) {

        static Step of(String key, String look, String note, @Nullable Instant at) {
            return new Step(key, look, note, at, null);
        }
    }

    /** @param encrypted whether it went encrypted and is shown as it was before */
    record Wire(String sent, boolean encrypted, String reply) {}

    private final ToyPayments payments;
    private final ToyRefunds refunds;
    private final ToyLedger ledger;
    private final ToyText text;

    ToyStory(ToyPayments payments, ToyRefunds refunds, ToyLedger ledger, ToyText text) {
        this.payments = payments;
        this.refunds = refunds;
        this.ledger = ledger;
        this.text = text;
    }

    List<Step> of(ToyPurchase purchase) {
        var steps = new ArrayList<Step>();
        steps.add(new Step(
                purchase.isAccepted() ? "asked" : "refused",
                purchase.isAccepted() ? "is-ok" : "is-bad",
                purchase.orderNo(),
                purchase.askedAt(),
                new Wire(text.laidOut(purchase.signData()), false, reply(purchase.status(), purchase.answer()))));
        if (!purchase.isAccepted()) {
            return steps;
        }
        payments.find(purchase.orderNo())
                .ifPresentOrElse(
                        payment -> {
                            steps.addAll(paid(payment));
                            steps.addAll(notified(purchase));
                            steps.addAll(refunded(payment));
                        },
                        () -> steps.add(Step.of("not-at-cashier", "is-next", "", null)));
        return steps;
    }

    private List<Step> paid(ToyPayment payment) {
        var steps = new ArrayList<Step>();
        steps.add(Step.of("cashier", "is-ok", payment.payId(), payment.openedAt()));
        if (payment.state().equals("CLOSED")) {
            steps.add(Step.of("walked-away", "is-bad", "", null));
        } else if (!payment.isPaid()) {
            steps.add(Step.of("pay", "is-next", "", null));
            steps.add(Step.of("then-callback", "is-later", "", null));
        } else {
            steps.add(Step.of("paid", "is-ok", String.valueOf(payment.transactionId()), payment.paidAt()));
            steps.add(told("callback", payment.told(), payment.answer(), ToyCallbacks.resource(payment)));
        }
        return steps;
    }

    private List<Step> notified(ToyPurchase purchase) {
        var calls = ledger.calls(purchase.appId(), purchase.outTradeNo()).stream()
                .map(this::step)
                .toList();
        var steps = new ArrayList<>(calls);
        ledger.delivered(purchase.appId(), purchase.outTradeNo())
                .ifPresentOrElse(
                        it -> steps.add(
                                Step.of("in-bag", "is-ok", it.item() + " × " + it.quantity(), it.deliveredAt())),
                        () -> steps.add(Step.of("not-in-bag", "is-later", "", null)));
        return steps;
    }

    private List<Step> refunded(ToyPayment payment) {
        var steps = new ArrayList<Step>();
        for (var wish : refunds.wishesOf(payment.orderNo())) {
            steps.add(Step.of("refund-wanted", "is-ok", wish.reason(), wish.askedAt()));
            steps.add(told("refund-request", wish.told(), wish.answer(), ToyCallbacks.resource(payment, wish)));
        }
        for (var refund : refunds.of(payment.orderNo())) {
            steps.add(Step.of("refund-paid", "is-ok", refund.refundNo(), refund.askedAt()));
            var finished = refund.finishedAt();
            var resource = finished == null ? null : ToyCallbacks.resource(payment, refund, finished);
            steps.add(told("refund-callback", refund.told(), refund.answer(), resource));
        }
        return steps;
    }

    /** @param resource what the callback said; null if it is not kept */
    private Step told(String key, String told, @Nullable String answer, @Nullable Map<String, Object> resource) {
        var look = switch (told) {
            case "YES" -> "is-ok";
            case "REFUSED" -> "is-bad";
            default -> "is-next";
        };
        if (answer == null || answer.isBlank()) {
            return Step.of(key, look, "", null);
        }
        var status = answer.strip().split(" ", 2);
        var reply = reply(status[0], status.length == 1 ? "" : status[1]);
        var sent = resource == null ? "" : text.laidOut(resource);
        return new Step(key, look, "HTTP " + status[0], null, new Wire(sent, true, reply));
    }

    private Step step(ToyLedger.Call call) {
        var well = List.of("DELIVERED", "REPEATED", "REFUNDED", "REFUNDED_BEFORE", "MOCK")
                .contains(call.verdict());
        return new Step(
                "call-" + call.verdict().toLowerCase(Locale.ROOT).replace('_', '-'),
                well ? "is-ok" : "is-bad",
                call.event(),
                call.cameAt(),
                new Wire(text.laidOut(call.body()), false, reply(call.status(), call.answer())));
    }

    private String reply(Object status, String body) {
        return "HTTP " + status + "\n" + text.laidOut(body);
    }
}

package io.gatehouse.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
     * @param sent what went over the wire, if it is worth a look
     */
    record Step(
            String key, String look, String note, @Nullable Instant at, String sent, String reply) {

        static Step of(String key, String look, String note, @Nullable Instant at) {
            return new Step(key, look, note, at, "", "");
        }

        public boolean hasWire() {
            return !sent.isEmpty();
        }
    }

    private final ToyPayments payments;
    private final ToyRefunds refunds;
    private final ToyLedger ledger;

    ToyStory(ToyPayments payments, ToyRefunds refunds, ToyLedger ledger) {
        this.payments = payments;
        this.refunds = refunds;
        this.ledger = ledger;
    }

    List<Step> of(ToyPurchase purchase) {
        var steps = new ArrayList<Step>();
        steps.add(new Step(
                purchase.isAccepted() ? "asked" : "refused",
                purchase.isAccepted() ? "is-ok" : "is-bad",
                purchase.orderNo(),
                purchase.askedAt(),
                purchase.signData(),
                "HTTP " + purchase.status() + "\n" + purchase.answer()));
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

    private static List<Step> paid(ToyPayment payment) {
        var steps = new ArrayList<Step>();
        steps.add(Step.of("cashier", "is-ok", payment.payId(), payment.openedAt()));
        if (payment.state().equals("CLOSED")) {
            steps.add(Step.of("walked-away", "is-bad", "", null));
        } else if (!payment.isPaid()) {
            steps.add(Step.of("pay", "is-next", "", null));
            steps.add(Step.of("then-callback", "is-later", "", null));
        } else {
            steps.add(Step.of("paid", "is-ok", String.valueOf(payment.transactionId()), payment.paidAt()));
            steps.add(told("callback", payment.told(), payment.answer()));
        }
        return steps;
    }

    private List<Step> notified(ToyPurchase purchase) {
        var calls = ledger.calls(purchase.appId(), purchase.outTradeNo()).stream()
                .map(ToyStory::step)
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
            steps.add(told("refund-request", wish.told(), wish.answer()));
        }
        for (var refund : refunds.of(payment.orderNo())) {
            steps.add(Step.of("refund-paid", "is-ok", refund.refundNo(), refund.askedAt()));
            steps.add(told("refund-callback", refund.told(), refund.answer()));
        }
        return steps;
    }

    private static Step told(String key, String told, @Nullable String answer) {
        var look = switch (told) {
            case "YES" -> "is-ok";
            case "REFUSED" -> "is-bad";
            default -> "is-next";
        };
        return Step.of(key, look, answer == null ? "" : answer, null);
    }

    private static Step step(ToyLedger.Call call) {
        var well = List.of("DELIVERED", "REPEATED", "REFUNDED", "REFUNDED_BEFORE", "MOCK")
                .contains(call.verdict());
        return new Step(
                "call-" + call.verdict().toLowerCase(Locale.ROOT).replace('_', '-'),
                well ? "is-ok" : "is-bad",
                call.event(),
                call.cameAt(),
                call.body(),
                "HTTP " + call.status() + "\n" + call.answer());
    }
}

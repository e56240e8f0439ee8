package io.gatehouse.orders.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.gatehouse.core.Username;
import io.gatehouse.delivery.AttemptView;
import io.gatehouse.delivery.Kind;
import io.gatehouse.delivery.Notifications;
import io.gatehouse.orders.CaseView;
import io.gatehouse.orders.OrderView;
import io.gatehouse.orders.Orders;
import io.gatehouse.workflow.CaseHistory;
import io.gatehouse.workflow.CaseRow;
import io.gatehouse.workflow.History;

/** All of an order in one line: purchase, payment, attempts, people's steps, refunds, and what is still to come. */
@Component
class OrderTimeline {

    private static final String CASE = "undelivered-item";

    private record Dated(Instant at, Moment moment) {}

    private final Orders orders;
    private final Notifications notifications;
    private final History history;
    private final OrderAhead ahead;
    private final OrderTexts texts;

    OrderTimeline(Orders orders, Notifications notifications, History history, OrderAhead ahead, OrderTexts texts) {
        this.orders = orders;
        this.notifications = notifications;
        this.history = history;
        this.ahead = ahead;
        this.texts = texts;
    }

    List<Moment> of(OrderView order) {
        var moments = new ArrayList<Dated>();
        payment(order, moments);
        var attempts = notifications.attempts(order.orderNo());
        for (var i = 0; i < attempts.size(); i++) {
            moments.add(attempt(attempts.get(i), i == attempts.size() - 1));
        }
        confirmation(order, moments);
        orders.refunds(order.orderNo()).forEach(it -> {
            moments.add(refund("order.at.refund-asked", "info", it.reservedAt(), it));
            var ended = it.endedAt();
            if (ended != null) {
                var look = it.state().equals("SETTLED") ? "ok" : it.state().equals("FAILED") ? "bad" : "info";
                moments.add(refund("order.at.refund-" + it.state(), look, ended, it));
            }
        });
        history.of(order.orderNo()).forEach(it -> process(it, moments));
        orders.caseOf(order.orderNo()).ifPresent(it -> decision(it, moments));
        var past = moments.stream().sorted(Comparator.comparing(Dated::at)).map(Dated::moment);
        return Stream.concat(past, ahead.of(order).stream()).toList();
    }

    private void payment(OrderView order, List<Dated> moments) {
        moments.add(new Dated(
                order.createdAt(),
                Moment.of("info", texts.say("order.at.placed"), texts.exact(order.createdAt()))
                        .saying(texts.say("order.at.placed.text", order.outTradeNo()))));
        var paidAt = order.paidAt();
        if (paidAt != null) {
            moments.add(new Dated(
                    paidAt,
                    Moment.of("ok", texts.say("order.at.paid"), texts.exact(paidAt))
                            .with(null, texts.money(order.amount()))
                            .saying(texts.say("order.at.paid.text", order.transactionId()))));
        }
    }

    private Dated attempt(AttemptView attempt, boolean last) {
        var taken = attempt.acknowledged();
        var what = attempt.kind() == Kind.REFUND ? "order.at.refund-attempt." : "order.at.attempt.";
        var moment = Moment.of(
                        taken ? "ok" : "bad",
                        texts.say(what + attempt.outcome(), attempt.number()),
                        texts.exact(attempt.at()) + ", " + texts.took(attempt.millis()))
                .with(taken ? "ok" : "bad", badge(attempt))
                .saying(texts.say("delivery.diagnosis." + attempt.diagnosis(), attempt.detail()));
        var wire = new Moment.Wire(
                attempt,
                attempt.request() == null ? "" : texts.size(attempt.request()),
                reply(attempt),
                texts.size(attempt.reply()) + ", " + texts.took(attempt.millis()));
        var advice = taken
                ? null
                : texts.say(
                        "delivery.advice." + attempt.diagnosis(),
                        attempt.form().success(),
                        attempt.form().contentType());
        return new Dated(attempt.at(), moment.over(wire, last && !taken, last ? advice : null));
    }

    private String badge(AttemptView attempt) {
        if (attempt.request() == null) {
            return texts.say("order.not-sent");
        }
        return attempt.status() == 0 ? texts.say("order.no-answer") : "HTTP " + attempt.status();
    }

    private String reply(AttemptView attempt) {
        if (attempt.status() == 0) {
            return texts.say("order.no-reply");
        }
        var head = "HTTP/1.1 " + attempt.status()
                + (attempt.replyType() == null ? "" : "\ncontent-type: " + attempt.replyType());
        return head + "\n\n" + attempt.reply();
    }

    private void confirmation(OrderView order, List<Dated> moments) {
        var at = order.settledAt();
        var by = order.settledBy();
        if (at != null && by != null) {
            moments.add(new Dated(
                    at,
                    Moment.of("ok", texts.say("order.at.confirmed"), texts.exact(at))
                            .saying(texts.say("order.at.confirmed.text", texts.person(new Username(by))))));
        }
    }

    private Dated refund(String key, String look, Instant at, Orders.OrderRefund refund) {
        return new Dated(
                at,
                Moment.of(look, texts.say(key), texts.exact(at))
                        .with(null, texts.money(refund.amount()))
                        .saying(refund.refundNo()));
    }

    private void process(CaseHistory instance, List<Dated> moments) {
        CaseRow row = instance.row();
        if (row.process().equals(CASE)) {
            moments.add(new Dated(
                    row.started(),
                    Moment.of("warn", texts.say("order.at.case"), texts.exact(row.started()))
                            .saying(texts.say("order.at.case.text"))));
        }
        var ended = row.ended();
        if (ended != null) {
            moments.add(new Dated(
                    ended,
                    Moment.of(
                                    "ok",
                                    texts.say("order.at.process", texts.say("process." + row.process())),
                                    texts.exact(ended))
                            .saying(texts.say("order.at.process.text", row.version(), row.id()))));
        }
    }

    private void decision(CaseView undelivered, List<Dated> moments) {
        var at = undelivered.decidedAt();
        var by = undelivered.decidedBy();
        if (at != null && by != null) {
            var note = undelivered.note();
            moments.add(new Dated(
                    at,
                    Moment.of("info", texts.say("order.at.decided." + undelivered.resolution()), texts.exact(at))
                            .with(null, texts.person(by))
                            .saying(note == null ? texts.say("order.at.decided.no-note") : note)));
        }
    }
}

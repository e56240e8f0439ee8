package io.gatehouse.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.gatehouse.api.OrderDetails.HappeningResource;
import io.gatehouse.api.OrderDetails.HappeningResource.What;
import io.gatehouse.orders.CaseView;
import io.gatehouse.orders.OrderView;
import io.gatehouse.orders.Orders;

/** Puts what happened to an order in one line. */
final class OrderStory {

    private final List<HappeningResource> happenings = new ArrayList<>();

    private OrderStory() {}

    static List<HappeningResource> of(
            OrderView order,
            List<AttemptResource> attempts,
            List<Orders.OrderRefund> refunds,
            @Nullable CaseView undelivered) {
        var story = new OrderStory();
        story.add(order.createdAt(), What.PLACED, order.outTradeNo());
        story.add(order.paidAt(), What.PAID, order.transactionId());
        attempts.forEach(it -> story.add(it.at(), What.NOTIFIED, it.outcome().name()));
        if (order.settledBy() != null) {
            story.add(order.settledAt(), What.CONFIRMED, order.settledBy());
        }
        refunds.forEach(story::add);
        if (undelivered != null) {
            story.add(undelivered);
        }
        return story.happenings.stream()
                .sorted(Comparator.comparing(HappeningResource::at))
                .toList();
    }

    private void add(Orders.OrderRefund refund) {
        add(refund.reservedAt(), What.REFUND_ASKED, refund.refundNo());
        switch (refund.state()) {
            case "SETTLED" -> add(refund.endedAt(), What.REFUND_SETTLED, refund.refundNo());
            case "RELEASED" -> add(refund.endedAt(), What.REFUND_RELEASED, refund.refundNo());
            case "FAILED" -> add(refund.endedAt(), What.REFUND_FAILED, refund.refundNo());
            default -> {}
        }
    }

    private void add(CaseView undelivered) {
        add(undelivered.openedAt(), What.UNDELIVERED, null);
        add(undelivered.decidedAt(), What.DECIDED, undelivered.resolution());
        add(undelivered.closedAt(), What.CLOSED, null);
    }

    private void add(@Nullable Instant at, What what, @Nullable String detail) {
        if (at != null) {
            happenings.add(new HappeningResource(at, what, detail));
        }
    }
}

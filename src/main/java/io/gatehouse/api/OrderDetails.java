package io.gatehouse.api;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.gatehouse.core.Env;
import io.gatehouse.delivery.NotificationState;
import io.gatehouse.orders.CaseView;
import io.gatehouse.orders.OrderState;
import io.gatehouse.orders.OrderView;
import io.gatehouse.orders.Orders;
import io.gatehouse.orders.RefundProgress;

/** An order with all that happened to it. */
@Schema(name = "OrderDetails", description = "An order with all that happened to it")
record OrderDetails(
        @Schema(description = "Our number") String orderNo,

        @Schema(description = "The game's number") String outTradeNo,

        Env env,
        String openId,
        OrderResource.SoldResource item,
        Amount amount,
        OrderState state,
        String attach,
        String zoneId,
        Instant createdAt,
        @Nullable String payModel,
        @Nullable String transactionId,
        @Nullable Instant paidAt,
        @Nullable Instant settledAt,

        @Schema(description = "Who confirmed the delivery by hand; null if the game's server answered") @Nullable
        String settledBy,

        RefundProgress refund,
        Amount refunded,

        @Schema(description = "What may still be given back")
        Amount left,

        NotificationResource notification,

        @Schema(description = "Everything that happened, oldest first")
        List<HappeningResource> timeline,

        @Schema(description = "Every attempt at its notifications, oldest first")
        List<AttemptResource> attempts,

        @Schema(description = "What people decide about it, if it was not delivered by itself") @Nullable
        UndeliveredResource undelivered) {

    /** Where the delivery notification stands. */
    @Schema(name = "Notification")
    record NotificationResource(
            NotificationState.Phase phase,
            int attempts,

            @Schema(description = "When it is tried next; null if there is no next time") @Nullable
            Instant nextTry) {

        static NotificationResource of(NotificationState state) {
            return new NotificationResource(state.phase(), state.attempts(), state.nextTry());
        }
    }

    /** The case of an undelivered order. */
    @Schema(name = "Undelivered")
    record UndeliveredResource(
            Instant openedAt,
            Instant dueAt,

            @Schema(description = "Whether the superapp is asked, and no longer the team")
            boolean withSuperapp,

            boolean awaitingDecision,

            @Schema(allowableValues = {"resend", "confirm", "refund"}) @Nullable
            String resolution,

            @Nullable String note,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable Instant closedAt) {

        static UndeliveredResource of(CaseView view) {
            var by = view.decidedBy();
            return new UndeliveredResource(
                    view.openedAt(),
                    view.dueAt(),
                    view.withSuperapp(),
                    view.awaitingDecision(),
                    view.resolution(),
                    view.note(),
                    by == null ? null : by.value(),
                    view.decidedAt(),
                    view.closedAt());
        }
    }

    /** Something that happened to an order. */
    @Schema(name = "Happening")
    record HappeningResource(
            Instant at,
            What what,

            @Schema(description = "Who or what it was: a person, a number, an outcome") @Nullable
            String detail) {

        /** What it was. */
        enum What {
            PLACED,
            PAID,
            NOTIFIED,
            CONFIRMED,
            REFUND_ASKED,
            REFUND_SETTLED,
            REFUND_RELEASED,
            REFUND_FAILED,
            UNDELIVERED,
            DECIDED,
            CLOSED
        }
    }

    static OrderDetails of(
            OrderView order,
            NotificationState notification,
            List<AttemptResource> attempts,
            List<Orders.OrderRefund> refunds,
            @Nullable CaseView undelivered) {
        return new OrderDetails(
                order.orderNo(),
                order.outTradeNo(),
                order.env(),
                order.openId(),
                OrderResource.SoldResource.of(order.item()),
                Amount.of(order.amount()),
                order.state(),
                order.attach(),
                order.zoneId(),
                order.createdAt(),
                order.payModel(),
                order.transactionId(),
                order.paidAt(),
                order.settledAt(),
                order.settledBy(),
                order.refund(),
                Amount.of(order.refunded()),
                Amount.of(order.left()),
                NotificationResource.of(notification),
                OrderStory.of(order, attempts, refunds, undelivered),
                attempts,
                undelivered == null ? null : UndeliveredResource.of(undelivered));
    }
}

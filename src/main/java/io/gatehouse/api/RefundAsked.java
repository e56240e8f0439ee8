package io.gatehouse.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Username;
import io.gatehouse.orders.OrderView;
import io.gatehouse.refunds.RefundReason;
import io.gatehouse.refunds.RefundRequest;
import io.gatehouse.refunds.RefundSource;

/** A refund on a player's behalf. */
@Schema(name = "NewRefund")
record RefundAsked(
        @Schema(description = "Our number of the order", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String orderNo,

        @Schema(description = "Left out: all that is left of what was paid") @Nullable
        PriceWanted amount,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        RefundReason reason,

        @Schema(
                description = "What the player says, for those who decide",
                minLength = 1,
                maxLength = 500,
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String message)
        implements JsonRequest {

    RefundRequest of(OrderView order, Username by) {
        if (reason == null) {
            throw new InvalidValue("reason", "api.field-missing");
        }
        if (message == null || message.isBlank()) {
            throw new InvalidValue("message", "api.field-missing");
        }
        var part = amount == null
                ? null
                : Long.valueOf(amount.in("amount", order.amount().currency()).minor());
        return new RefundRequest(
                order.game(), order.orderNo(), part, reason, RefundSource.STAFF, message.strip(), by.value(), null);
    }
}

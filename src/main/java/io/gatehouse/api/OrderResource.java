package io.gatehouse.api;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.gatehouse.core.Env;
import io.gatehouse.orders.OrderRow;
import io.gatehouse.orders.OrderState;
import io.gatehouse.orders.RefundProgress;
import io.gatehouse.orders.SoldItem;

/** A paid order in a list. */
@Schema(name = "Order", description = "A paid order")
record OrderResource(
        @Schema(description = "Our number") String orderNo,

        @Schema(description = "The game's number") String outTradeNo,

        Env env,

        @Schema(description = "The player") String openId,

        SoldResource item,
        Amount amount,
        OrderState state,
        String payModel,

        @Schema(description = "The channel's number of the payment")
        String transactionId,

        Instant paidAt,

        @Schema(description = "When it was delivered, or when delivery was given up") @Nullable
        Instant settledAt,

        RefundProgress refund,
        Amount refunded,
        String attach) {

    /** An item as the player bought it. */
    @Schema(name = "SoldItem", description = "The item as sold; later versions change nothing here")
    record SoldResource(String code, String name, int version, String picture, Amount price, int quantity) {

        static SoldResource of(SoldItem item) {
            return new SoldResource(
                    item.code(),
                    item.name(),
                    item.version(),
                    item.imageUrl(),
                    Amount.of(item.price()),
                    item.quantity());
        }
    }

    static OrderResource of(OrderRow order) {
        return new OrderResource(
                order.orderNo(),
                order.outTradeNo(),
                order.env(),
                order.openId(),
                SoldResource.of(order.item()),
                Amount.of(order.amount()),
                order.state(),
                order.payModel(),
                order.transactionId(),
                order.paidAt(),
                order.settledAt(),
                order.refund(),
                Amount.of(order.refunded()),
                order.attach());
    }
}

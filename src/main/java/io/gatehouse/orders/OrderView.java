package io.gatehouse.orders;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.core.Money;

/**
 * An order as it stands.
 *
 * @param orderNo our number
 * @param outTradeNo the game's number
 * @param amount what the player pays or has paid
 * @param transactionId the channel's number of the payment
 * @param settledAt when it was delivered, or when delivery was given up
 * @param settledBy who confirmed the delivery by hand: a username, or {@code api}; null if the game's server answered
 * @param left what may still be given back; nothing before the payment
 */
public record OrderView(
        String orderNo,
        AppId game,
        Env env,
        String outTradeNo,
        String openId,
        SoldItem item,
        Money amount,
        String attach,
        String zoneId,
        OrderState state,
        Instant createdAt,
        @Nullable String payId,
        @Nullable String payModel,
        @Nullable String transactionId,
        @Nullable Instant paidAt,
        @Nullable Instant settledAt,
        @Nullable String settledBy,
        RefundProgress refund,
        Money refunded,
        Money left) {

    public boolean isPaid() {
        return state.isPaid();
    }

    OrderView in(OrderState shown) {
        return new OrderView(
                orderNo,
                game,
                env,
                outTradeNo,
                openId,
                item,
                amount,
                attach,
                zoneId,
                shown,
                createdAt,
                payId,
                payModel,
                transactionId,
                paidAt,
                settledAt,
                settledBy,
                refund,
                refunded,
                left);
    }
}

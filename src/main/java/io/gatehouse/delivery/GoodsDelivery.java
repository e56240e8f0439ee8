package io.gatehouse.delivery;

import java.time.Instant;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;

/**
 * A paid order, as its game's server is told to deliver it.
 *
 * @param orderNo our order number
 * @param outTradeNo the game's order number
 * @param origPrice the list price of one piece, in minor units
 * @param actualPrice what was paid for one piece, in minor units
 * @param orderSource 1 in game, 2 shop, 3 test
 * @param payModel the way of payment as the superapp reports it; empty if it does not
 * @param transactionId the payment channel's number
 */
public record GoodsDelivery(
        AppId game,
        Env env,
        String orderNo,
        String openId,
        String outTradeNo,
        String productId,
        int quantity,
        String zoneId,
        long origPrice,
        long actualPrice,
        String attach,
        int orderSource,
        String payModel,
        String transactionId,
        Instant paidAt)
        implements Occasion {

    @Override
    public Kind kind() {
        return Kind.DELIVERY;
    }
}

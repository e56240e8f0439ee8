package io.gatehouse.delivery;

import java.time.Instant;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;

/**
 * Money given back, as the game's server is told.
 *
 * @param refundNo our number of the refund
 * @param gamesRefundNo the number the game gave it, ours if it gave none
 * @param amount in minor units
 * @param source 1 the superapp, 2 the console, 3 the API
 * @param transactionId the channel's number of the payment; empty if it is not known
 * @param channelNo the channel's number of the refund; empty if it is not known
 */
public record RefundSucceeded(
        AppId game,
        Env env,
        String orderNo,
        String openId,
        String refundNo,
        String gamesRefundNo,
        long amount,
        int source,
        String outTradeNo,
        String transactionId,
        String channelNo,
        Instant askedAt,
        Instant at)
        implements Occasion {

    @Override
    public Kind kind() {
        return Kind.REFUND;
    }
}

package io.gatehouse.delivery;

import java.time.Instant;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;

/**
 * Money given back, as the game's server is told.
 *
 * @param amount in minor units
 * @param source 1 the superapp, 2 the console, 3 the API
 */
public record RefundSucceeded(
        AppId game,
        Env env,
        String orderNo,
        String openId,
        String refundNo,
        long amount,
        int source,
        String outTradeNo,
        Instant at) {}

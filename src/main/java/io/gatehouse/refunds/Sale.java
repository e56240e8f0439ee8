package io.gatehouse.refunds;

import java.time.Instant;

import io.gatehouse.core.Env;
import io.gatehouse.core.Money;
import io.gatehouse.core.TeamId;

/**
 * What a refund needs to know of the paid order.
 *
 * @param left what was paid and is neither given back nor asked back
 */
record Sale(
        TeamId team,
        Env env,
        String outTradeNo,
        String openId,
        String item,
        Money paid,
        Money left,
        Instant paidAt,
        boolean delivered) {}

package io.gatehouse.refunds;

import java.time.Instant;

import io.gatehouse.core.Env;
import io.gatehouse.core.Money;
import io.gatehouse.core.TeamId;

/**
 * What a refund needs to know of the paid order.
 *
 * @param item name and quantity as sold
 * @param delivered whether the player has the item
 */
record Sale(
        TeamId team,
        Env env,
        String outTradeNo,
        String openId,
        String item,
        Money paid,
        Instant paidAt,
        boolean delivered) {}

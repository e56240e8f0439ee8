package io.gatehouse.orders;

import java.time.Instant;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.core.Money;

/** A purchase that has passed all checks and is about to become an order. */
record NewOrder(
        AppId game,
        Env env,
        String outTradeNo,
        String openId,
        SoldItem item,
        String attach,
        String zoneId,
        Instant createdAt) {

    Money amount() {
        return item.price().times(item.quantity());
    }
}

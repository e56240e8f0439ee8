package io.gatehouse.orders;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.core.Money;

/** A paid order in a list or an export. */
public record OrderRow(
        String orderNo,
        AppId game,
        Env env,
        String outTradeNo,
        String openId,
        SoldItem item,
        Money amount,
        OrderState state,
        String payModel,
        String transactionId,
        Instant paidAt,
        @Nullable Instant settledAt,
        RefundProgress refund,
        Money refunded,
        String attach) {}

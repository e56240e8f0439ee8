package io.gatehouse.refunds;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.core.Money;
import io.gatehouse.core.TeamId;

/**
 * A refund as it stands.
 *
 * @param number ours, {@code RF-…}
 * @param externalNo the asker's own number, if they have one
 * @param item the item as sold, for example {@code Royal chest × 2}
 * @param paid what was paid for the whole order
 * @param initiatedBy a username, {@code player}, or {@code api}
 * @param answer what the developer said when heard
 * @param grant what the reviewer decided
 * @param release what finance staff decided, above the limit
 * @param failure why the channel did not pay
 */
public record RefundView(
        String number,
        @Nullable String externalNo,
        AppId game,
        TeamId team,
        Env env,
        String orderNo,
        String outTradeNo,
        String openId,
        String item,
        Money amount,
        Money paid,
        RefundReason reason,
        RefundSource source,
        String message,
        String initiatedBy,
        Instant initiatedAt,
        RefundStatus status,
        @Nullable Word answer,
        @Nullable Instant hearingUntil,
        @Nullable Word grant,
        @Nullable Word release,
        @Nullable String channelNo,
        @Nullable String failure,
        @Nullable Instant finishedAt) {}

package io.gatehouse.delivery;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.AppId;

/**
 * The outcome of a notification is known: it was acknowledged, or its attempts are exhausted.
 *
 * @param refundNo the refund it told of; null for a delivery
 * @param attempts how many were made in all
 */
public record Settled(
        String notificationId,
        Kind kind,
        AppId game,
        String orderNo,
        @Nullable String refundNo,
        boolean acknowledged,
        int attempts,
        Instant at) {}

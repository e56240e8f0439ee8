package io.gatehouse.orders;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.Username;

/**
 * What people have decided about an undelivered order.
 *
 * @param dueAt until when whoever is asked should decide
 * @param withSuperapp whether the superapp is asked, and no longer the team
 * @param awaitingDecision whether people are asked now; else a notification or a refund they decided on is under way
 * @param resolution the last decision: {@code resend}, {@code confirm} or {@code refund}
 */
public record CaseView(
        Instant openedAt,
        Instant dueAt,
        boolean withSuperapp,
        boolean awaitingDecision,
        @Nullable String resolution,
        @Nullable String note,
        @Nullable Username decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Instant closedAt) {

    public boolean isOpen() {
        return closedAt == null;
    }
}

package io.gatehouse.requests;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.AppId;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;

/**
 * A request as people see it.
 *
 * @param number for example {@code EN-20261123-0001}; also the business key of its process
 * @param subject what it is about within the game, for example the items; may be empty
 * @param requestedBy the person; for what nobody asked, such as an undelivered order, {@code system}
 */
public record RequestView(
        String number,
        RequestKind kind,
        @Nullable AppId game,
        TeamId team,
        String subject,
        String message,
        Username requestedBy,
        Instant requestedAt,
        Instant dueAt,
        RequestStatus status,
        @Nullable Username decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note) {

    public boolean isOpen() {
        return status == RequestStatus.IN_PROGRESS;
    }

    public boolean isOverdue(Instant now) {
        return isOpen() && now.isAfter(dueAt);
    }
}

package io.gatehouse.delivery;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Username;

/**
 * How far it is to have everything sent again that failed since a time.
 *
 * @param total notifications so far
 * @param skipped failed ones that are not sent again, since their orders are delivered or paid back meanwhile
 * @param counting whether more may be found
 * @param waiting how many still wait for their outcome
 * @param acknowledged how many were acknowledged; null before the end
 */
public record RecoveryView(
        UUID id,
        AppId game,
        Instant since,
        Username askedBy,
        Instant askedAt,
        int total,
        int skipped,
        boolean counting,
        int waiting,
        @Nullable Integer acknowledged,
        @Nullable Instant finishedAt) {

    public boolean isUnderWay() {
        return finishedAt == null;
    }

    /** Those whose outcome is known. */
    public int settled() {
        return total - waiting;
    }

    /** Those that failed again; 0 before the end. */
    public int failed() {
        return acknowledged == null ? 0 : total - acknowledged;
    }
}

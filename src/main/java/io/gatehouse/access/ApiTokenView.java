package io.gatehouse.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.Username;

/**
 * An API token as its person sees it, without the text that is shown.
 *
 * @param lastUsedAt to the minute; null if it was never used
 * @param expired whether its time is over
 */
public record ApiTokenView(
        UUID id,
        Username username,
        String name,
        Set<Scope> scopes,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        boolean expired) {

    /** Whether it is accepted. */
    public boolean isValid() {
        return !expired && revokedAt == null;
    }
}

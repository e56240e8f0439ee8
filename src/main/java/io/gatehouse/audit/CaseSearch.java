package io.gatehouse.audit;

import java.time.Instant;
import java.util.Collection;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.AppId;
import io.gatehouse.core.TeamId;

/**
 * Which cases an auditor looks for; what is null does not narrow the search.
 *
 * @param processes the ids of the processes
 * @param running true for those that run, false for those that ended
 * @param person the username of somebody who acted in it
 * @param startedTo up to but without
 * @param late true for those with a task that was, or is, open beyond its due date
 */
public record CaseSearch(
        @Nullable Collection<String> processes,
        @Nullable Boolean running,
        @Nullable TeamId team,
        @Nullable AppId game,
        @Nullable String person,
        @Nullable Instant startedFrom,
        @Nullable Instant startedTo,
        @Nullable Boolean late) {

    /** Everything. */
    public static CaseSearch all() {
        return new CaseSearch(null, null, null, null, null, null, null, null);
    }
}

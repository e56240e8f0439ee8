package io.gatehouse.requests;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.gatehouse.access.Role;
import io.gatehouse.core.AppId;
import io.gatehouse.core.Page;

/** What waits for the superapp's people beside requests; each module that asks them something offers one. */
public interface SuperappQuestion {

    /** Its name and its texts {@code reviews.<kind>} of the bundles. */
    RequestKind kind();

    /** Who decides. */
    Role role();

    /** How many wait, of each game that has any. */
    Map<AppId, Long> waiting();

    /** How many were due before that time. */
    long late(Instant now);

    /**
     * Those that wait the most urgently first, at most that many.
     *
     * @param game whose; null for those of all games
     * @param after the {@link Page#next()} of the page before; null for the first one
     */
    Page<Waiting> mostUrgent(@Nullable AppId game, @Nullable String after, int most);

    /**
     * @param about what it is about, in the words of the team
     * @param link the page where it is decided, as a path
     */
    record Waiting(String number, AppId game, String about, Instant since, Instant due, String link) {}
}

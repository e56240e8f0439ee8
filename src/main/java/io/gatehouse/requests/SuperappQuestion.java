package io.gatehouse.requests;

import java.time.Instant;
import java.util.List;

import io.gatehouse.access.Role;
import io.gatehouse.core.AppId;

/** What waits for the superapp's people beside requests; each module that asks them something offers one. */
public interface SuperappQuestion {

    /** Its name and its texts {@code reviews.<kind>} of the bundles. */
    RequestKind kind();

    /** Who decides. */
    Role role();

    long waiting();

    /** Those that wait the most urgently first, at most that many. */
    List<Waiting> mostUrgent(int most);

    /**
     * @param about what it is about, in the words of the team
     * @param link the page where it is decided, as a path
     */
    record Waiting(String number, AppId game, String about, Instant since, Instant due, String link) {}
}

package io.gatehouse.workflow;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A user task that waits for a person.
 *
 * @param key the id of the user task in the model
 * @param form the id of its form
 * @param groups the candidate groups, for example {@code review-staff}; {@code team} for the team concerned
 */
public record OpenTask(
        String id,
        String process,
        String key,
        String name,
        String form,
        String businessKey,
        Instant created,
        @Nullable Instant due,
        @Nullable String assignee,
        List<String> groups) {

    /** Whether the team concerned is to act, in the console, and not the superapp's people. */
    public boolean isForTheTeam() {
        return groups.contains("team");
    }
}

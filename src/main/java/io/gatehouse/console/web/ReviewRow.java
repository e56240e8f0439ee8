package io.gatehouse.console.web;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.gatehouse.requests.RequestView;

/**
 * A request in the queue of a person.
 *
 * @param game its name; null where a request concerns the whole team
 * @param overdue whether its decision is late
 * @param holder who has claimed it; null if nobody has
 * @param own whether the person, or a team of theirs, asked for it, and so does not decide it
 */
record ReviewRow(
        RequestView request,
        @Nullable String game,
        String team,
        String askedBy,
        boolean overdue,
        @Nullable Holder holder,
        boolean own) {

    /** @param me whether it is the person whose queue this is */
    record Holder(String name, boolean me) {}

    public String number() {
        return request.number();
    }

    public Instant due() {
        return request.dueAt();
    }
}

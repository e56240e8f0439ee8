package io.gatehouse.console.web;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.gatehouse.requests.RequestView;

/**
 * A request in the queue of a person.
 *
 * @param game its name; null where a request concerns the whole team
 * @param overdue whether its decision is late
 * @param own whether the person, or a team of theirs, asked for it, and so does not decide it
 */
record ReviewRow(
        RequestView request, @Nullable String game, String team, String askedBy, boolean overdue, boolean own) {

    public String number() {
        return request.number();
    }

    public Instant due() {
        return request.dueAt();
    }
}

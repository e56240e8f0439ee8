package io.gatehouse.workflow;

import java.time.Instant;
import java.util.Collection;

import org.jspecify.annotations.Nullable;

/**
 * Which process instances are looked for; what is null does not narrow the search.
 *
 * @param processes the ids of the processes
 * @param running true for those that run, false for those that ended
 * @param businessKeys the numbers of the cases
 * @param late true for those with a task that was, or is, open beyond its due date
 */
public record CaseFilter(
        @Nullable Collection<String> processes,
        @Nullable Boolean running,
        @Nullable Collection<String> businessKeys,
        @Nullable Instant startedFrom,
        @Nullable Instant startedTo,
        @Nullable Boolean late) {}

package io.gatehouse.workflow;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A process instance in a list.
 *
 * @param version which version of the model it runs on
 * @param endActivity the id of the end event it reached; null while it runs
 * @param state {@code ACTIVE}, {@code COMPLETED}, {@code EXTERNALLY_TERMINATED} or {@code INTERNALLY_TERMINATED}
 */
public record CaseRow(
        String id,
        String process,
        int version,
        @Nullable String businessKey,
        Instant started,
        @Nullable Instant ended,
        @Nullable String endActivity,
        String state) {}

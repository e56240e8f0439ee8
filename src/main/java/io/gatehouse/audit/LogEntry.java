package io.gatehouse.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One row of the business log.
 *
 * @param id its number in the order of writing; rolled-back writes leave gaps
 * @param at when it happened, in microseconds
 * @param details a JSON object: field → {@code "after"} or {@code "before → after"}
 */
public record LogEntry(
        long id,
        Instant at,
        String type,
        String actor,
        String subject,
        @Nullable String game,
        @Nullable String request,
        String details) {}

package io.gatehouse.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Which rows of the log are looked for; what is null does not narrow the search.
 *
 * @param type the beginning of the type, for example {@code item.}
 * @param request the number of a request or of an order
 * @param to up to but without
 */
public record LogFilter(
        @Nullable String type,
        @Nullable String actor,
        @Nullable String game,
        @Nullable String request,
        @Nullable Instant from,
        @Nullable Instant to) {}

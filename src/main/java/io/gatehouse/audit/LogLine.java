package io.gatehouse.audit;

import org.jspecify.annotations.Nullable;

/**
 * A row of the log with its place in the chain.
 *
 * @param position null as long as it is not sealed, usually a second
 */
public record LogLine(
        LogEntry entry, @Nullable Long position, @Nullable String hash) {}

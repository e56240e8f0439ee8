package io.gatehouse.delivery;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How an endpoint did over some hours.
 *
 * @param hours one for each, those without attempts too
 * @param failures the most frequent first
 * @param events the newest first
 */
public record EndpointHistory(
        Instant from, List<EndpointHour> hours, List<FailureCount> failures, List<EndpointEvent> events) {

    public long attempts() {
        return hours.stream().mapToLong(EndpointHour::attempts).sum();
    }

    public long acknowledged() {
        return hours.stream().mapToLong(EndpointHour::acknowledged).sum();
    }

    /** In per cent; null without attempts. */
    public @Nullable Double successRate() {
        return attempts() == 0 ? null : 100.0 * acknowledged() / attempts();
    }
}

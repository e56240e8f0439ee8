package io.gatehouse.delivery;

import java.time.Instant;

/**
 * An hour of an endpoint.
 *
 * @param at when it begins
 * @param p50 half of its attempts took at most so many milliseconds
 */
public record EndpointHour(Instant at, long attempts, long acknowledged, int p50, int p95, int p99) {

    static EndpointHour none(Instant at) {
        return new EndpointHour(at, 0, 0, 0, 0, 0);
    }

    public boolean isEmpty() {
        return attempts == 0;
    }
}

package io.gatehouse.delivery;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Where the delivery notification of an order stands.
 *
 * @param attempts made so far
 * @param nextTry when it is tried next; null if nobody knows or there is no next time
 */
public record NotificationState(
        Phase phase, int attempts, @Nullable Instant nextTry) {

    /** None yet, held by the switch, waiting for an endpoint that rests or is off, waiting for its time, done, given up. */
    public enum Phase {
        NONE,
        HELD,
        RESTING,
        ENDPOINT_OFF,
        WAITING,
        ACKNOWLEDGED,
        FAILED
    }
}

package io.gatehouse.delivery;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.Env;

/**
 * How an endpoint is doing. Times are null while they do not apply.
 *
 * @param attempts during the hours asked for
 * @param acknowledged how many of them were
 * @param p50 half of them took at most so many milliseconds
 * @param waiting notifications that wait to be sent
 * @param oldest when the oldest of these came
 * @param lastDiagnosis what the last failure was
 * @param nextProbe when one is sent to it while it rests; null if nothing waits to be sent
 */
public record EndpointHealth(
        Env env,
        Phase phase,
        long attempts,
        long acknowledged,
        @Nullable Integer p50,
        @Nullable Integer p95,
        @Nullable Integer p99,
        long waiting,
        @Nullable Instant oldest,
        @Nullable Instant since,
        @Nullable String lastDiagnosis,
        @Nullable Instant nextProbe) {

    /** Working, failing, given a rest, working off what piled up, or switched off by a 410. */
    public enum Phase {
        WORKING,
        FAILING,
        RESTING,
        RECOVERING,
        OFF
    }

    /** How its state looks. */
    public String look() {
        return switch (phase) {
            case WORKING -> "is-ok";
            case RECOVERING -> "is-info";
            case FAILING, RESTING -> "is-warn";
            case OFF -> "is-bad";
        };
    }

    /** In whole per cent; null without attempts. */
    public @Nullable Integer successRate() {
        return attempts == 0 ? null : (int) (acknowledged * 100 / attempts);
    }
}

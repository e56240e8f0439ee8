package io.gatehouse.outbound;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.ForeignText;

/**
 * What came back from a call, if anything did.
 *
 * @param at when the call began
 * @param took until the reply was whole or the call was given up
 * @param timings where that time went
 * @param address the address really connected to, or tried at last; null if it did not come to that
 * @param status the HTTP status; 0 if there was no answer
 * @param headers names in lower case
 * @param body at most what the call wanted to read
 * @param failure why there is no whole reply; null if there is one
 */
public record Reply(
        Instant at,
        Duration took,
        Timings timings,
        @Nullable String address,
        int status,
        Map<String, String> headers,
        byte[] body,
        @Nullable Failure failure) {

    private static final int KEPT = 4096;

    /** The reply to a call that was never made. */
    public static Reply none(Instant at) {
        return new Reply(
                at, Duration.ZERO, Timings.NONE, null, 0, Map.of(), new byte[0], Failure.of(Obstacle.NOT_SENT));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The beginning of the body as text that a database and a page can hold. */
    public String kept() {
        return ForeignText.plain(new String(body, 0, Math.min(body.length, KEPT), StandardCharsets.UTF_8));
    }

    /** The same with as much of the body as is kept: many may wait to be written down. */
    public Reply shortened() {
        return body.length <= KEPT
                ? this
                : new Reply(at, took, timings, address, status, headers, Arrays.copyOf(body, KEPT), failure);
    }

    public Instant end() {
        return at.plus(took);
    }
}

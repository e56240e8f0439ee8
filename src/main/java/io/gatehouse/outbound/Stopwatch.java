package io.gatehouse.outbound;

import java.time.Duration;

import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Takes the times of one call's phases, each stamped by whichever thread comes through it. */
class Stopwatch {

    private static final String ATTRIBUTE = Stopwatch.class.getName();

    private final long started = System.nanoTime();
    private volatile @Nullable Long looking;
    private volatile @Nullable Long named;
    private volatile @Nullable Long connecting;
    private volatile @Nullable Long connected;
    private volatile @Nullable Long handshaking;
    private volatile @Nullable Long secured;
    private volatile @Nullable Long sending;
    private volatile @Nullable Long answered;

    static @Nullable Stopwatch of(@Nullable HttpContext context) {
        return context != null && context.getAttribute(ATTRIBUTE) instanceof Stopwatch stopwatch ? stopwatch : null;
    }

    void goWith(HttpContext context) {
        context.setAttribute(ATTRIBUTE, this);
    }

    void looking() {
        looking = System.nanoTime();
    }

    void named() {
        named = System.nanoTime();
    }

    void connecting() {
        if (connecting == null) {
            connecting = System.nanoTime();
        }
    }

    void connected() {
        connected = System.nanoTime();
    }

    void handshaking() {
        handshaking = System.nanoTime();
    }

    void secured() {
        secured = System.nanoTime();
    }

    void sending() {
        sending = System.nanoTime();
    }

    void answered() {
        answered = System.nanoTime();
    }

    boolean hasTriedToConnect() {
        return connecting != null;
    }

    boolean hasBegunToSend() {
        return sending != null;
    }

    /** What a call was held up by whose time is over. */
    Obstacle heldUpBy() {
        if (looking != null && named == null) {
            return Obstacle.NAME_NOT_RESOLVED;
        }
        if (handshaking != null && secured == null) {
            return Obstacle.TLS;
        }
        return sending == null ? Obstacle.CONNECT_TIMEOUT : Obstacle.TIMEOUT;
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    Timings timings() {
        return new Timings(
                between(looking, named),
                between(connecting, connected),
                between(handshaking, secured),
                between(sending, answered));
    }

    private static @Nullable Integer between(@Nullable Long begin, @Nullable Long end) {
        return begin == null || end == null
                ? null
                : (int) Duration.ofNanos(end - begin).toMillis();
    }
}

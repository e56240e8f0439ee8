package io.gatehouse.delivery;

import java.util.concurrent.TimeUnit;

/**
 * How fast requests to one endpoint may follow each other: so many a second, some of them at once after a pause. All
 * times are {@link System#nanoTime()}. Guarded by the sender.
 */
class Pace {

    /** What may be made up for at once, in parts of a second: it is also how often a lane that has to pause is woken. */
    private static final int PARTS = 20;

    private final long interval;
    private final long leeway;
    private long owed;

    Pace(int perSecond, long now) {
        this.interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.leeway = Math.max(0, TimeUnit.SECONDS.toNanos(1) / PARTS - interval);
        this.owed = now;
    }

    /** How long the next request has to wait, in nanoseconds. */
    long pause(long now) {
        return Math.max(0, owed - leeway - now);
    }

    /** One request is begun. */
    void step(long now) {
        owed = (owed - now > 0 ? owed : now) + interval;
    }
}

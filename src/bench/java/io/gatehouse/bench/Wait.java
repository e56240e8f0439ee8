package io.gatehouse.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something another process does. */
final class Wait {

    private Wait() {}

    static void until(String what, Duration longest, Duration pause, BooleanSupplier condition) {
        var end = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Waited %d s in vain: %s".formatted(longest.toSeconds(), what));
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }
}

package io.gatehouse.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The wall clock, which all processes of a machine share. */
final class Now {

    private Now() {}

    static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}

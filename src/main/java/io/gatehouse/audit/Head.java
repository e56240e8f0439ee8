package io.gatehouse.audit;

import java.time.Instant;

/** The end of the chain as it was written out at some time: from then on nothing up to there can change unseen. */
public record Head(Instant at, long position, String hash) {

    String line() {
        return "%s %d %s".formatted(at, position, hash);
    }

    static Head parse(String line) {
        var parts = line.strip().split(" ");
        if (parts.length != 3) {
            throw new IllegalArgumentException("A head is a time, a position and a hash, not: " + line);
        }
        return new Head(Instant.parse(parts[0]), Long.parseLong(parts[1]), parts[2]);
    }
}

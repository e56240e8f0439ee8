package io.gatehouse.conformance;

import java.util.List;

/** A run with all of its lines so far, in the order of the checks. */
public record Report(Run run, List<Finding> findings) {

    /** The slowest answer that acknowledged, in milliseconds; 0 if there was none. What was sent slowly does not count. */
    public int slowest() {
        return findings.stream()
                .filter(it -> it.check() != Check.SLOW_READ)
                .flatMap(it -> it.exchanges().stream())
                .filter(Exchange::acknowledged)
                .mapToInt(it -> it.reply().millis())
                .max()
                .orElse(0);
    }
}

package io.gatehouse.api;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/** So many calls a second and person, on this instance. */
@Component
class CallRate {

    private record Second(long second, int calls) {}

    private final Map<String, Second> seconds = new ConcurrentHashMap<>();
    private final int limit;
    private final Clock clock;

    CallRate(ApiSettings settings, Clock clock) {
        this.limit = settings.requestsPerSecond();
        this.clock = clock;
    }

    int limit() {
        return limit;
    }

    /** Counts a call; false if it is one too many in this second. */
    boolean admits(String username) {
        var now = clock.instant().getEpochSecond();
        var counted = seconds.compute(
                username,
                (key, before) -> before == null || before.second() != now
                        ? new Second(now, 1)
                        : new Second(now, Math.min(limit + 1, before.calls() + 1)));
        return counted.calls() <= limit;
    }
}

package io.gatehouse.serverapi;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import io.gatehouse.core.AppId;

/** So many requests a second and game and API, on this instance. */
@Component
class RateLimit {

    private record Key(AppId game, String api) {}

    private record Second(long second, int requests) {}

    private final Map<Key, Second> seconds = new ConcurrentHashMap<>();
    private final int limit;
    private final Clock clock;

    RateLimit(ServerApiSettings settings, Clock clock) {
        this.limit = settings.requestsPerSecond();
        this.clock = clock;
    }

    /** Counts a request; false if it is one too many in this second. */
    boolean admits(AppId game, String api) {
        var now = clock.instant().getEpochSecond();
        var counted = seconds.compute(
                new Key(game, api),
                (key, before) -> before == null || before.second() != now
                        ? new Second(now, 1)
                        : new Second(now, Math.min(limit + 1, before.requests() + 1)));
        return counted.requests() <= limit;
    }
}

package io.gatehouse.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import io.gatehouse.credentials.Credentials;

/** The keys notifications are signed with, remembered for some seconds: the hot path asks for them every time. */
@Component
class SigningKeys {

    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final int MOST = 20_000;

    private final Credentials credentials;
    private final Clock clock;
    private final Map<Endpoint, Known> known = new ConcurrentHashMap<>();

    SigningKeys(Credentials credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /** The AppKey that signs; nothing while there are no valid credentials. */
    Optional<String> appKey(Endpoint endpoint) {
        return of(endpoint).map(Known::appKey);
    }

    /** The secrets every notification is signed with, the newest first. */
    List<String> webhookSecrets(Endpoint endpoint) {
        return of(endpoint).map(Known::webhookSecrets).orElse(List.of());
    }

    private Optional<Known> of(Endpoint endpoint) {
        var now = clock.instant();
        var found = known.get(endpoint);
        if (found != null
                && now.isBefore(found.until())
                && !now.isBefore(found.until().minus(KEPT))) {
            return Optional.of(found);
        }
        if (!credentials.valid(endpoint.game())) {
            return Optional.empty();
        }
        var fresh = new Known(
                now.plus(KEPT),
                credentials.signing(endpoint.game(), endpoint.env()).value(),
                credentials.webhookSecrets(endpoint.game()).stream()
                        .map(it -> it.value())
                        .toList());
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(endpoint, fresh);
        return Optional.of(fresh);
    }

    private record Known(Instant until, String appKey, List<String> webhookSecrets) {

        @Override
        public String toString() {
            return "Known[********]";
        }
    }
}

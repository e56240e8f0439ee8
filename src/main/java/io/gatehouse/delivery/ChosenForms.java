package io.gatehouse.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import io.gatehouse.core.AppId;

/** The form each game has chosen, remembered for some seconds: the hot path asks for it every time. */
@Component
class ChosenForms {

    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final int MOST = 20_000;

    private final Configurations configurations;
    private final Clock clock;
    private final Map<AppId, Known> known = new ConcurrentHashMap<>();

    ChosenForms(Configurations configurations, Clock clock) {
        this.configurations = configurations;
        this.clock = clock;
    }

    /** A while nothing was saved. */
    Form of(AppId game) {
        var now = clock.instant();
        var found = known.get(game);
        if (found != null && found.isFresh(now)) {
            return found.form();
        }
        var form = configurations
                .findById(game.value())
                .map(DeliveryConfiguration::form)
                .orElse(Form.A);
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(game, new Known(now, form));
        return form;
    }

    /** Another one was chosen here; other instances find out by themselves. */
    void forget(AppId game) {
        known.remove(game);
    }

    private record Known(Instant at, Form form) {

        boolean isFresh(Instant now) {
            return now.isBefore(at.plus(KEPT)) && !now.isBefore(at);
        }
    }
}

package io.gatehouse.enablement;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.AppId;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Typed;
import io.gatehouse.core.Username;

/** Whether a game may sell. */
@Entity
class Enablement {

    @Id
    private String game;

    private String request;
    private boolean enabled;
    private Instant changedAt;
    private @Nullable Username disabledBy;
    private @Nullable String disabledFor;

    @Version
    private long version;

    @SuppressWarnings("NullAway")
    protected Enablement() {}

    Enablement(AppId game, String request, Instant at) {
        this.game = game.value();
        enable(request, at);
    }

    final Enablement enable(String number, Instant at) {
        request = number;
        enabled = true;
        changedAt = at;
        disabledBy = null;
        disabledFor = null;
        return this;
    }

    /** Stops new purchases; orders already paid still deliver and refund. */
    Enablement disable(Username by, String reason, Instant at) {
        IllegalTransition.unless(enabled, "enablement.not-enabled", game);
        var text = Typed.text("reason", reason);
        if (text.isEmpty() || Typed.length(text) > 500) {
            throw new InvalidValue("reason", "enablement.reason-length");
        }
        enabled = false;
        changedAt = at;
        disabledBy = by;
        disabledFor = text;
        return this;
    }

    boolean isEnabled() {
        return enabled;
    }

    String request() {
        return request;
    }

    Instant changedAt() {
        return changedAt;
    }

    @Nullable
    String disabledFor() {
        return disabledFor;
    }
}

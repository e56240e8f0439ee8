package io.gatehouse.exemption;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.AppId;
import io.gatehouse.core.IllegalTransition;

/** Whether releases of a game need approval, and under which request that was granted. */
@Entity
class Exemption {

    @Id
    private String game;

    private String request;
    private Instant grantedAt;
    private @Nullable Instant revokedAt;
    private @Nullable String revocation;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway")
    protected Exemption() {}

    Exemption(AppId game, String request, Instant at) {
        this.game = game.value();
        this.request = request;
        this.grantedAt = at;
    }

    /** Granted anew after a revocation; the same request again changes nothing. */
    Exemption grant(String number, Instant at) {
        if (number.equals(request)) {
            return this;
        }
        IllegalTransition.unless(!isGranted(), "exemption.granted-already", game);
        request = number;
        grantedAt = at;
        revokedAt = null;
        revocation = null;
        return this;
    }

    /** Ends it; the same revocation again changes nothing. */
    Exemption revoke(String number, Instant at) {
        if (number.equals(revocation)) {
            return this;
        }
        IllegalTransition.unless(isGranted(), "exemption.not-granted", game);
        revokedAt = at;
        revocation = number;
        return this;
    }

    boolean isGranted() {
        return revokedAt == null;
    }

    String game() {
        return game;
    }

    String request() {
        return request;
    }

    Instant grantedAt() {
        return grantedAt;
    }

    @Nullable
    Instant revokedAt() {
        return revokedAt;
    }

    @Nullable
    String revocation() {
        return revocation;
    }
}

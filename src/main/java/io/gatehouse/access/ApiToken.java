package io.gatehouse.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Username;

/** What a program of a person shows instead of their password. */
@Entity
class ApiToken {

    static final int LONGEST_NAME = 60;
    static final int MOST_DAYS = 365;

    @Id
    private UUID id;

    private Username username;
    private String name;
    private String tokenHash;
    private String scopes;
    private Instant madeAt;
    private Instant expiresAt;
    private @Nullable Instant lastUsedAt;
    private @Nullable Instant revokedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway")
    protected ApiToken() {}

    ApiToken(Username username, String name, RandomText text, Collection<Scope> scopes, int days, Instant at) {
        if (name.isBlank() || name.strip().codePointCount(0, name.strip().length()) > LONGEST_NAME) {
            throw new InvalidValue("name", "token.name-length", LONGEST_NAME);
        }
        if (scopes.isEmpty()) {
            throw new InvalidValue("scopes", "token.no-scope");
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new InvalidValue("days", "token.days", MOST_DAYS);
        }
        this.id = UUID.randomUUID();
        this.username = username;
        this.name = name.strip();
        this.tokenHash = text.digest();
        this.scopes = scopes.stream().distinct().sorted().map(Scope::key).collect(Collectors.joining(" "));
        this.madeAt = at;
        this.expiresAt = at.plus(Duration.ofDays(days));
    }

    ApiToken revoke(Instant at) {
        IllegalTransition.unless(revokedAt == null, "token.revoked-already", name);
        revokedAt = at;
        return this;
    }

    boolean isValid(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    Username username() {
        return username;
    }

    ApiTokenView view(Instant now) {
        return new ApiTokenView(
                id, username, name, scopes(), madeAt, expiresAt, lastUsedAt, revokedAt, !now.isBefore(expiresAt));
    }

    private Set<Scope> scopes() {
        return Arrays.stream(scopes.split(" "))
                .map(Scope::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }
}

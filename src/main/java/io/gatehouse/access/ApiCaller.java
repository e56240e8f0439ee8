package io.gatehouse.access;

import java.security.Principal;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

import io.gatehouse.core.Forbidden;

/** A program that speaks for a person with an API token: it may what both the person and the token's scopes allow. */
public class ApiCaller extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient ApiTokenView token;

    ApiCaller(ApiTokenView token) {
        super(List.of());
        this.token = token;
        setAuthenticated(true);
    }

    /** Empty for a person in a browser. */
    public static Optional<ApiCaller> of(@Nullable Principal principal) {
        return principal instanceof ApiCaller caller ? Optional.of(caller) : Optional.empty();
    }

    public ApiTokenView token() {
        return token;
    }

    /** @throws Forbidden naming the scopes that would do, unless the token has a scope for any of these rights */
    public void requireScopeFor(List<Capability> anyOf) {
        if (anyOf.stream().noneMatch(right -> token.scopes().stream().anyMatch(it -> it.covers(right)))) {
            var wanted = anyOf.stream()
                    .flatMap(it -> Scope.covering(it).stream())
                    .map(Scope::key)
                    .distinct()
                    .toList();
            throw new Forbidden("token.lacks-scope", String.join(", ", wanted), token.name());
        }
    }

    @Override
    public String getName() {
        return token.username().value();
    }

    @Override
    public Object getPrincipal() {
        return token.username();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ApiCaller caller && caller.token.id().equals(token.id());
    }

    @Override
    public int hashCode() {
        return token.id().hashCode();
    }
}

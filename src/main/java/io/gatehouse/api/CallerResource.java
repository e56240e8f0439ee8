package io.gatehouse.api;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.gatehouse.access.ApiTokenView;
import io.gatehouse.access.Person;
import io.gatehouse.access.Role;
import io.gatehouse.access.Scope;

/** For whom a token speaks, and what it is good for. */
@Schema(name = "Caller", description = "For whom a token speaks, and what it is good for")
record CallerResource(
        String username,
        String name,
        List<RoleResource> roles,

        @Schema(description = "The name its person gave the token")
        String token,

        @Schema(example = "[\"items:read\", \"items:write\"]")
        List<String> scopes,

        Instant expiresAt) {

    /** One role of theirs. */
    @Schema(name = "Role")
    record RoleResource(
            @Schema(description = "Null for a role at the platform or the superapp") @Nullable
            String team,

            Role role) {}

    static CallerResource of(Person person, ApiTokenView token) {
        return new CallerResource(
                person.username().value(),
                person.name(),
                person.memberships().stream()
                        .map(it -> new RoleResource(
                                it.team() == null ? null : it.team().value(), it.role()))
                        .toList(),
                token.name(),
                token.scopes().stream().map(Scope::key).toList(),
                token.expiresAt());
    }
}

package io.gatehouse.access;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;

/**
 * An account as those who manage it see it; unlike a {@link Person} it shows the roles of a disabled one, too.
 *
 * @param invited whether they have not chosen a password yet
 */
public record AccountView(
        Username username,
        String name,
        String email,
        boolean enabled,
        boolean invited,
        List<Person.Member> memberships) {

    /** Their role in a team, or, without one, at the platform or the superapp. */
    public Optional<Role> roleIn(@Nullable TeamId team) {
        return memberships.stream()
                .filter(it -> Objects.equals(it.team(), team))
                .map(Person.Member::role)
                .findFirst();
    }

    /** Their role at the platform or the superapp; null if they have none there. */
    public @Nullable Role getRoleOutsideTeams() {
        return roleIn(null).orElse(null);
    }
}

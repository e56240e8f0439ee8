package io.gatehouse.access;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;

/**
 * Someone who signs in.
 *
 * @param email where mails to them go
 * @param locale the language of mails to them
 */
public record Person(Username username, String name, String email, Locale locale, List<Member> memberships) {

    /** One role; of a team, or, without one, of the platform or the superapp. */
    public record Member(@Nullable TeamId team, Role role) {}

    /** Their role in that team or, if they belong to the platform or the superapp, there. */
    public Optional<Role> roleIn(TeamId team) {
        return rolesIn(team).findFirst();
    }

    /** Every role that counts on the games of that team: the one in it, and the one at the platform or the superapp. */
    Stream<Role> rolesIn(TeamId team) {
        return memberships.stream()
                .filter(it -> it.team() == null || it.team().equals(team))
                .map(Member::role);
    }

    /** The teams they are members of. */
    public List<TeamId> teams() {
        return memberships.stream().map(Member::team).filter(Objects::nonNull).toList();
    }

    /** Their role at the platform or the superapp. */
    public Optional<Role> roleOutsideTeams() {
        return memberships.stream()
                .filter(it -> it.team() == null)
                .map(Member::role)
                .findFirst();
    }

    public boolean isOfTheSuperapp() {
        return roleOutsideTeams().filter(it -> it.side() == Role.Side.SUPERAPP).isPresent();
    }
}

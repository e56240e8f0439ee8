package io.gatehouse.access;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.TeamId;

/** The one role of a person in a team, or, without a team, at the platform or the superapp. */
@Entity
class Membership {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private @Nullable TeamId team;

    @Enumerated(EnumType.STRING)
    private Role role;

    @SuppressWarnings("NullAway")
    protected Membership() {}

    Membership(@Nullable TeamId team, Role role) {
        this.team = team;
        become(role);
    }

    final void become(Role next) {
        if ((team != null) != (next.side() == Role.Side.TEAM)) {
            throw new IllegalArgumentException("%s is not a role of %s".formatted(next, team));
        }
        role = next;
    }

    @Nullable
    TeamId team() {
        return team;
    }

    Person.Member view() {
        return new Person.Member(team, role);
    }
}

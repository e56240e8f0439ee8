package io.gatehouse.access;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.gatehouse.core.TeamId;

/** A mini program team. */
@Entity
class Team {

    @Id
    private String id;

    private String name;

    @SuppressWarnings("NullAway")
    protected Team() {}

    Team(TeamId id, String name) {
        this.id = id.value();
        this.name = name;
    }

    TeamId id() {
        return new TeamId(id);
    }

    String name() {
        return name;
    }
}

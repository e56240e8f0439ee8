package io.gatehouse.audit.web;

import java.util.List;

import io.gatehouse.access.Meant;

/** What the filters of a list mean into which parts of names may be typed. */
record Meaning(Meant team, Meant game, Meant person) {

    List<Meant> each() {
        return List.of(team, game, person);
    }

    /** Those somebody has to choose first. */
    public List<Meant> getUnclear() {
        return each().stream().filter(Meant::isUnclear).toList();
    }

    boolean isUnclear() {
        return !getUnclear().isEmpty();
    }
}

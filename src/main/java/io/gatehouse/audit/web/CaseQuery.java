package io.gatehouse.audit.web;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.gatehouse.access.Lookup;
import io.gatehouse.audit.CaseSearch;
import io.gatehouse.core.AppId;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;

/**
 * The filters of the case list as they stand in its address.
 *
 * @param kind the id of a process, or {@code all}; null for all that people decide: every paid order has its delivery
 * @param state {@code running}, {@code ended} or {@code late}; empty for all
 */
record CaseQuery(
        @Nullable String kind,
        @Nullable String state,
        @Nullable String team,
        @Nullable String game,
        @Nullable String person,
        @Nullable String from,
        @Nullable String to) {

    CaseQuery {
        kind = Days.typed(kind);
        state = Objects.requireNonNullElse(Days.typed(state), "");
        team = Days.typed(team);
        game = Days.typed(game);
        person = Days.typed(person);
        from = Days.typed(from);
        to = Days.typed(to);
    }

    CaseSearch search(Days days) {
        return new CaseSearch(
                processes(),
                "running".equals(state) ? Boolean.TRUE : "ended".equals(state) ? Boolean.FALSE : null,
                team == null ? null : new TeamId(team),
                game == null ? null : new AppId(game),
                person,
                days.start("from", from),
                days.end("to", to),
                "late".equals(state) ? Boolean.TRUE : null);
    }

    /** What is meant by what was typed, as far as that is clear. */
    Meaning meaning(Lookup lookup, Username me) {
        return new Meaning(lookup.team(team), lookup.game(game, me), lookup.person(person));
    }

    /**
     * The same with what its words mean.
     *
     * @throws InvalidValue if that is not clear
     */
    CaseQuery with(Meaning meaning) {
        return new CaseQuery(
                kind,
                state,
                meaning.team().clear(),
                meaning.game().clear(),
                meaning.person().clear(),
                from,
                to);
    }

    /** Null for all of them. */
    private @Nullable Collection<String> processes() {
        if (kind == null) {
            return Kinds.DECIDED;
        }
        return kind.equals(Kinds.ALL) ? null : List.of(kind);
    }

    /** Whether anything is narrowed, so that an empty list says the right thing. */
    public boolean isNarrowed() {
        return kind != null
                || !"".equals(state)
                || team != null
                || game != null
                || person != null
                || from != null
                || to != null;
    }
}

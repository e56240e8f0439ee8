package io.gatehouse.access;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.access.Meant.Choice;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.Page;
import io.gatehouse.core.SearchKey;
import io.gatehouse.core.Username;

/** Finds out what somebody means who types an id or a part of a name: there may be too many of each to offer all. */
@Service
@Transactional(readOnly = true)
public class Lookup {

    /** What is offered to choose from; who wants others types more of the name. */
    private static final int MOST = 8;

    private static final String PERSON = "person";
    private static final String GAME = "game";
    private static final String TEAM = "team";

    /** Who acts without an account. */
    private static final Set<String> NOBODY = Set.of(BusinessEvent.SYSTEM, BusinessEvent.SUPERAPP);

    private final People people;
    private final Games games;
    private final Teams teams;

    Lookup(People people, Games games, Teams teams) {
        this.people = people;
        this.games = games;
        this.teams = teams;
    }

    /** Somebody with an account, or what acts without one. */
    public Meant person(@Nullable String typed) {
        var text = SearchKey.typed(typed);
        if (text.isEmpty()) {
            return Meant.nothing(PERSON);
        }
        if (NOBODY.contains(text) || !people.called(List.of(text)).isEmpty()) {
            return Meant.exactly(PERSON, text);
        }
        return among(
                PERSON,
                text,
                people.search(text, null, MOST),
                it -> new Choice(it.username().value(), it.name()));
    }

    /** One of the games they may know of. */
    public Meant game(@Nullable String typed, Username who) {
        var text = SearchKey.typed(typed);
        if (text.isEmpty()) {
            return Meant.nothing(GAME);
        }
        if (games.find(who, text).isPresent()) {
            return Meant.exactly(GAME, text);
        }
        return among(
                GAME,
                text,
                games.search(who, text, null, MOST),
                it -> new Choice(it.appId().value(), it.name()));
    }

    public Meant team(@Nullable String typed) {
        var text = SearchKey.typed(typed);
        if (text.isEmpty()) {
            return Meant.nothing(TEAM);
        }
        if (teams.existsById(text)) {
            return Meant.exactly(TEAM, text);
        }
        var first = SearchKey.of(null);
        var found = teams.search(SearchKey.like(text), first.name(), first.id(), Limit.of(MOST + 1));
        return among(
                TEAM,
                text,
                Page.of(found, MOST, Team::name),
                it -> new Choice(it.id().value(), it.name()));
    }

    private static <T> Meant among(String field, String text, Page<T> found, Function<T, Choice> choice) {
        return Meant.among(field, text, found.rows().stream().map(choice).toList(), found.next() != null);
    }
}

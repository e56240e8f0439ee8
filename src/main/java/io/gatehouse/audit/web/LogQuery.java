package io.gatehouse.audit.web;

import org.jspecify.annotations.Nullable;

import io.gatehouse.access.Lookup;
import io.gatehouse.audit.LogFilter;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Username;

/** The filters of the log page as they stand in its address. */
record LogQuery(
        @Nullable String type,
        @Nullable String person,
        @Nullable String game,
        @Nullable String number,
        @Nullable String from,
        @Nullable String to) {

    LogQuery {
        type = Days.typed(type);
        person = Days.typed(person);
        game = Days.typed(game);
        number = Days.typed(number);
        from = Days.typed(from);
        to = Days.typed(to);
    }

    LogFilter filter(Days days) {
        return new LogFilter(type, person, game, number, days.start("from", from), days.end("to", to));
    }

    /** What is meant by what was typed, as far as that is clear. */
    Meaning meaning(Lookup lookup, Username me) {
        return new Meaning(lookup.team(null), lookup.game(game, me), lookup.person(person));
    }

    /**
     * The same with what its words mean.
     *
     * @throws InvalidValue if that is not clear
     */
    LogQuery with(Meaning meaning) {
        return new LogQuery(type, meaning.person().clear(), meaning.game().clear(), number, from, to);
    }

    public boolean isNarrowed() {
        return type != null || person != null || game != null || number != null || from != null || to != null;
    }
}

package io.gatehouse.audit.web;

import org.jspecify.annotations.Nullable;

import io.gatehouse.audit.LogFilter;

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

    public boolean isNarrowed() {
        return type != null || person != null || game != null || number != null || from != null || to != null;
    }
}

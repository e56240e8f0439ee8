package io.gatehouse.refunds.web;

import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.gatehouse.refunds.RefundFilter;

/** The filter of a list as it was typed; what is refused stays in its field. */
record FilterForm(
        @Nullable String from,
        @Nullable String to,
        @Nullable String number,
        @Nullable String status) {

    RefundFilter read(LocalDate today) {
        return RefundFilter.of(from, to, number, status, today);
    }

    /** What the fields hold: as typed, or as it was understood. */
    Map<String, String> typed(@Nullable RefundFilter understood) {
        return Map.of(
                "from",
                understood == null ? text(from) : understood.from().toString(),
                "to",
                understood == null ? text(to) : understood.to().toString(),
                "number",
                text(number),
                "status",
                text(status));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}

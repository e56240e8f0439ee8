package io.gatehouse.refunds.web;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.gatehouse.refunds.RefundFilter;
import io.gatehouse.refunds.Refunds;

/** The filter of a list as it was typed; what is refused stays in its field. */
record FilterForm(
        @Nullable String from,
        @Nullable String to,
        @Nullable String number,
        @Nullable String status) {

    RefundFilter read(Refunds refunds) {
        return refunds.filter(from, to, number, status);
    }

    /** What the fields hold: never the days that were preset, which would be sent as if they had been typed. */
    Map<String, String> typed() {
        return Map.of("from", text(from), "to", text(to), "number", text(number), "status", text(status));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}

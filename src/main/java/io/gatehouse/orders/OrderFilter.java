package io.gatehouse.orders;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.InvalidValue;

/**
 * Which paid orders are meant.
 *
 * @param from the first day of payment, in the console's zone
 * @param to the last day, inclusive
 */
public record OrderFilter(
        LocalDate from,
        LocalDate to,
        @Nullable String number,
        @Nullable String player,
        @Nullable String item,
        @Nullable OrderState state) {

    private static final int PRESET_DAYS = 7;
    private static final int MOST_MONTHS = 12;

    /**
     * Reads what was typed: without dates the last 7 days, or, when a number is looked for, the last 12 months.
     *
     * @throws InvalidValue for a date that is none or lies more than 12 months back, and for an unknown state
     */
    static OrderFilter of(OrderSearch typed, LocalDate today) {
        var earliest = today.minusMonths(MOST_MONTHS);
        var number = text(typed.number());
        var to = date("to", typed.to(), today);
        var preset = number == null ? later(to.minusDays(PRESET_DAYS - 1), earliest) : earliest;
        var from = date("from", typed.from(), preset);
        if (from.isBefore(earliest)) {
            throw new InvalidValue("from", "order.too-old", from, earliest);
        }
        if (to.isBefore(from)) {
            throw new InvalidValue("to", "order.dates-swapped", from, to);
        }
        return new OrderFilter(from, to, number, text(typed.player()), text(typed.item()), state(typed.state()));
    }

    private static LocalDate date(String field, @Nullable String typed, LocalDate preset) {
        var text = text(typed);
        if (text == null) {
            return preset;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidValue(field, "order.date-invalid", text);
        }
    }

    private static @Nullable OrderState state(@Nullable String typed) {
        var text = text(typed);
        if (text == null) {
            return null;
        }
        return Arrays.stream(OrderState.values())
                .filter(it -> it.isPaid() && it.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("state", "order.state-unknown", text));
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}

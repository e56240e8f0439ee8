package io.gatehouse.refunds;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.InvalidValue;

/**
 * Which refunds are listed: by the date of their initiation in the console's zone, and by an exact number.
 *
 * @param from the first day; without one, today and the six days before
 * @param to the last day
 * @param number an order number, the game's order number, a refund number or the asker's own; ignores the seven days, not
 *     the twelve months
 */
public record RefundFilter(
        LocalDate from,
        LocalDate to,
        @Nullable String number,
        @Nullable RefundStatus status) {

    private static final int PRESET_DAYS = 7;
    private static final int MOST_MONTHS = 12;

    /**
     * Reads what was typed.
     *
     * @throws InvalidValue for days that are none, in the wrong order, or older than twelve months
     */
    public static RefundFilter of(
            @Nullable String from,
            @Nullable String to,
            @Nullable String number,
            @Nullable String status,
            LocalDate today) {
        var earliest = today.minusMonths(MOST_MONTHS);
        var exact = blank(number) ? null : number.strip();
        var last = blank(to) ? today : day("to", to);
        var first = blank(from) ? (exact == null ? preset(last, earliest) : earliest) : day("from", from);
        reach("to", last, earliest);
        reach("from", first, earliest);
        if (first.isAfter(last)) {
            throw new InvalidValue("from", "list.upside-down", first, last);
        }
        return new RefundFilter(first, last, exact, blank(status) ? null : status(status));
    }

    private static LocalDate preset(LocalDate last, LocalDate earliest) {
        var first = last.minusDays(PRESET_DAYS - 1);
        return first.isBefore(earliest) ? earliest : first;
    }

    private static void reach(String field, LocalDate day, LocalDate earliest) {
        if (day.isBefore(earliest)) {
            throw new InvalidValue(field, "list.too-old", earliest, MOST_MONTHS);
        }
    }

    private static LocalDate day(String field, String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw new InvalidValue(field, "list.no-day", typed);
        }
    }

    private static RefundStatus status(String typed) {
        return Arrays.stream(RefundStatus.values())
                .filter(it -> it.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("status", "list.no-status", typed));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}

package io.gatehouse.audit.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import io.gatehouse.core.InvalidValue;

/** Reads the days of a filter in the console's zone. */
@Component
class Days {

    private final ZoneId zone;

    Days(@Value("${gatehouse.console.zone}") ZoneId zone) {
        this.zone = zone;
    }

    /** When a day begins; null if none was typed. */
    @Nullable
    Instant start(String field, @Nullable String day) {
        return day == null ? null : date(field, day).atStartOfDay(zone).toInstant();
    }

    /** When a day is over; null if none was typed. */
    @Nullable
    Instant end(String field, @Nullable String day) {
        return day == null
                ? null
                : date(field, day).plusDays(1).atStartOfDay(zone).toInstant();
    }

    ZoneId zone() {
        return zone;
    }

    /** What was typed, without blanks; null if that is nothing. */
    static @Nullable String typed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static LocalDate date(String field, String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw new InvalidValue(field, "audit.day", day);
        }
    }
}

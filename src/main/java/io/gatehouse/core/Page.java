package io.gatehouse.core;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * One page of a list that is read by key, never by offset.
 *
 * @param rows the rows of this page, in order
 * @param next what to hand in as {@code after} for the next page; null on the last one
 */
public record Page<T>(List<T> rows, @Nullable String next) {

    /** Makes a page of at most {@code size} rows from up to {@code size + 1} that were read. */
    public static <T> Page<T> of(List<T> read, int size, Function<T, String> key) {
        if (read.size() <= size) {
            return new Page<>(List.copyOf(read), null);
        }
        var rows = List.copyOf(read.subList(0, size));
        return new Page<>(rows, key.apply(rows.get(size - 1)));
    }
}

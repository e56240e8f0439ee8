package io.gatehouse.reports;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * One column of an exported sheet. The type of its cells is that of the values: text, whole number, {@code Money} (a
 * number in major units), {@code Instant} (a date with time in the console's zone); null leaves the cell empty.
 *
 * @param key its title in the bundles, without the prefix {@code report.column.}
 * @param width in characters
 */
record Column<R>(String key, int width, Function<R, @Nullable Object> value) {}

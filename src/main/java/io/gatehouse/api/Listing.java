package io.gatehouse.api;

import java.util.List;
import java.util.function.Function;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Page;

/** One page of a list. */
record Listing<T>(
        @Schema(description = "The entries of this page, newest first")
        List<T> entries,

        @Schema(description = "What to send as cursor for the next page; null on the last one", nullable = true)
        @Nullable
        String next) {

    /**
     * Reads a page and translates its entries.
     *
     * @throws InvalidValue naming the parameter as callers know it, if the list does not know the place
     */
    static <S, T> Listing<T> of(
            @Nullable String cursor, Function<@Nullable String, Page<S>> list, Function<S, T> entry) {
        try {
            var page = list.apply(cursor);
            return new Listing<>(page.rows().stream().map(entry).toList(), page.next());
        } catch (InvalidValue e) {
            throw e.field().equals("after") ? new InvalidValue("cursor", "api.cursor") : e;
        }
    }

    /** Of a list that is told at once. */
    static <T> Listing<T> of(List<T> all) {
        return new Listing<>(all, null);
    }
}

package io.gatehouse.reports;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.gatehouse.core.AppId;
import io.gatehouse.core.InvalidValue;

/** A list that can be exported, read row by row. */
interface ReportSource<R> {

    ReportKind kind();

    List<Column<R>> columns(Words words);

    /**
     * Reads a filter as it was typed and says what it means, with its days spelt out: what is exported later is what
     * was asked for.
     *
     * @throws InvalidValue as the list refuses it
     */
    Map<String, String> understood(Map<String, String> typed);

    /** Whether there are more than so many rows. */
    boolean hasMoreThan(int rows, AppId game, Map<String, String> filter);

    void stream(AppId game, Map<String, String> filter, Consumer<R> consumer);
}

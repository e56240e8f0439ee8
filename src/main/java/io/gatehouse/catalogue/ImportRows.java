package io.gatehouse.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.poi.ss.util.CellReference;

import io.gatehouse.catalogue.PoisonFile.Fault;

/** Makes rows of items from the cells of a sheet: heads first, then rows, up to the limit. */
class ImportRows implements SheetCells.RowHandler {

    private static final int NAMED = 5;

    private final int limit;
    private final RowPictures pictures;
    private final Told rows;

    private final Map<Integer, ImportColumn> columns = new TreeMap<>();
    private final Map<String, Integer> firstRows = new HashMap<>();
    private final List<String> duplicates = new ArrayList<>();
    private final List<String> formulas = new ArrayList<>();
    private int count;

    ImportRows(int limit, RowPictures pictures, Told rows) {
        this.limit = limit;
        this.pictures = pictures;
        this.rows = rows;
    }

    /** Takes the filled rows, in their order. */
    interface Told {

        void row(SheetRow row);

        /** The last row the sheet says it has; told before the first one if it says so. */
        default void declared(int last) {}
    }

    @Override
    public void declared(int last) {
        rows.declared(last);
    }

    @Override
    public void formula(int row, int column) {
        if (formulas.size() < NAMED) {
            formulas.add(CellReference.convertNumToColString(Math.max(0, column)) + row);
        }
    }

    @Override
    public void row(int number, Map<Integer, String> cells) {
        if (columns.isEmpty()) {
            heads(cells);
            return;
        }
        var known = new EnumMap<ImportColumn, String>(ImportColumn.class);
        columns.forEach((index, column) -> {
            if (cells.containsKey(index)) {
                known.put(column, cells.get(index));
            }
        });
        if (known.isEmpty()) {
            return;
        }
        count++;
        if (count > limit) {
            throw new PoisonFile(Fault.TOO_MANY_ROWS, limit);
        }
        noteDuplicate(number, known.getOrDefault(ImportColumn.CODE, ""));
        if (formulas.isEmpty() && duplicates.isEmpty()) {
            rows.row(new SheetRow(number, known, picturesIn(number)));
        }
    }

    void finish() {
        if (!formulas.isEmpty()) {
            throw new PoisonFile(Fault.FORMULAS, String.join(", ", formulas));
        }
        if (!duplicates.isEmpty()) {
            throw new PoisonFile(Fault.DUPLICATE_IDS, String.join("; ", duplicates));
        }
        if (count == 0) {
            throw new PoisonFile(Fault.NO_ROWS);
        }
    }

    private void heads(Map<Integer, String> cells) {
        cells.forEach((index, head) -> ImportColumn.ofHead(head).ifPresent(column -> columns.put(index, column)));
        var missing = Stream.of(ImportColumn.CODE, ImportColumn.NAME, ImportColumn.PRICE)
                .filter(it -> !columns.containsValue(it))
                .map(ImportColumn::head);
        var unknown = cells.values().stream()
                .filter(it -> ImportColumn.ofHead(it).isEmpty())
                .sorted()
                .limit(NAMED);
        var twice = columns.size() != columns.values().stream().distinct().count();
        var wrong = Stream.concat(missing, unknown).collect(Collectors.joining(", "));
        if (!wrong.isEmpty() || twice) {
            throw new PoisonFile(Fault.OTHER_COLUMNS, wrong);
        }
    }

    private void noteDuplicate(int number, String code) {
        var first = code.isEmpty() ? null : firstRows.putIfAbsent(code, number);
        if (first != null && duplicates.size() < NAMED) {
            duplicates.add("%s (%d, %d)".formatted(code, first, number));
        }
    }

    private List<byte[]> picturesIn(int number) {
        try {
            return pictures.in(number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.gatehouse.catalogue;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

import io.gatehouse.catalogue.PoisonFile.Fault;

/**
 * Reads the XML of a sheet as a stream: keeps one row at a time, numbers as the decimal their writer meant, and refuses
 * cells that compute something.
 */
class SheetCells extends DefaultHandler {

    private static final int MOST_COLUMNS = 64;
    private static final int LONGEST_CELL = 32_767;
    private static final Pattern LAST_ROW = Pattern.compile("[A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}([0-9]{1,7})");

    private final SheetStrings strings;
    private final RowHandler rows;

    private final Map<Integer, String> cells = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private int row;
    private int column;
    private String type = "n";
    private boolean collecting;

    /** Takes the rows, in their order; empty cells are left out, empty rows not told, and no map outlives its row. */
    interface RowHandler {
        void row(int number, Map<Integer, String> cells);

        void formula(int row, int column);

        /** The last row the sheet says it has, before the first one is told; not told if it does not say. */
        void declared(int last);
    }

    SheetCells(SheetStrings strings, RowHandler rows) {
        this.strings = strings;
        this.rows = rows;
    }

    @Override
    public void startElement(String uri, String localName, String qualifiedName, Attributes attributes) {
        switch (localName) {
            case "dimension" -> declared(valueOr(attributes.getValue("ref"), ""));
            case "row" -> {
                row = next(attributes.getValue("r"));
                column = -1;
                cells.clear();
            }
            case "c" -> {
                var reference = attributes.getValue("r");
                column = reference == null ? column + 1 : column(reference);
                type = valueOr(attributes.getValue("t"), "n");
                text.setLength(0);
            }
            case "v" -> startText();
            case "t" -> collecting = "inlineStr".equals(type);
            case "f" -> rows.formula(row, column);
            default -> {}
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (collecting && text.length() <= LONGEST_CELL) {
            text.append(characters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String localName, String qualifiedName) {
        switch (localName) {
            case "v", "t" -> collecting = false;
            case "c" -> keep();
            case "row" -> {
                if (!cells.isEmpty()) {
                    rows.row(row, cells);
                }
            }
            default -> {}
        }
    }

    /** Rows come in their order, so none comes twice; one that does not say its number follows the one before. */
    private int next(@Nullable String number) {
        var next = number == null ? row + 1 : Integer.parseInt(number);
        if (next <= row) {
            throw new PoisonFile(Fault.DAMAGED);
        }
        return next;
    }

    /** Of A1:E100001 the last row; a sheet of one cell says nothing worth knowing. */
    private void declared(String cells) {
        var last = LAST_ROW.matcher(cells);
        if (last.matches()) {
            rows.declared(Integer.parseInt(last.group(1)));
        }
    }

    /** Of C17 it is 2. */
    private static int column(String reference) {
        var column = 0;
        for (int i = 0; i < reference.length() && column <= MOST_COLUMNS; i++) {
            var letter = reference.charAt(i);
            if (letter < 'A' || letter > 'Z') {
                break;
            }
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    private void startText() {
        text.setLength(0);
        collecting = true;
    }

    private void keep() {
        var value = value().strip();
        if (value.isEmpty()) {
            return;
        }
        if (column >= MOST_COLUMNS) {
            throw new PoisonFile(Fault.TOO_MANY_COLUMNS, MOST_COLUMNS);
        }
        cells.put(column, value);
    }

    private String value() {
        var raw = text.toString();
        if (raw.isEmpty()) {
            return "";
        }
        return switch (type) {
            case "s" -> strings.at(Integer.parseInt(raw));
            case "n" -> number(raw);
            case "b" -> "1".equals(raw) ? "TRUE" : "FALSE";
            default -> raw;
        };
    }

    /** 5.4900000000000002, as spreadsheets write 5.49, is 5.49; an id typed as a number has no decimals. */
    private static String number(String raw) {
        if (raw.length() < 16 && raw.chars().allMatch(it -> it >= '0' && it <= '9') && raw.charAt(0) != '0') {
            return raw;
        }
        return BigDecimal.valueOf(Double.parseDouble(raw)).stripTrailingZeros().toPlainString();
    }

    private static String valueOr(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}

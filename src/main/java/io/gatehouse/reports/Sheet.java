package io.gatehouse.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

import io.gatehouse.core.Money;
import io.gatehouse.core.XmlText;

/**
 * Writes rows into a workbook as they come, holding a few hundred of them; a million rows make one sheet. Every text is
 * a text cell whatever it begins with, so nothing a player or a game typed becomes a formula.
 */
class Sheet<R> implements Consumer<R>, AutoCloseable {

    static final int ROWS_A_SHEET = 1_000_000;

    private static final int FLUSH_EVERY = 500;
    private static final int LONGEST_TEXT = 32_767;
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠﹢﹣﹦﹫";

    private final Workbook workbook;
    private final List<Column<R>> columns;
    private final UnaryOperator<String> titles;
    private final String name;
    private final ZoneId zone;
    private final int rowsASheet;

    private @Nullable Worksheet current;
    private int sheets;
    private int row;
    private long written;

    /** @param titles says a column's title by its key */
    Sheet(
            OutputStream out,
            String name,
            List<Column<R>> columns,
            UnaryOperator<String> titles,
            ZoneId zone,
            int rowsASheet) {
        this.workbook = new Workbook(out, "Gatehouse", "1.0");
        this.columns = List.copyOf(columns);
        this.titles = titles;
        this.name = name;
        this.zone = zone;
        this.rowsASheet = rowsASheet;
        workbook.setCompressionLevel(4);
    }

    @Override
    public void accept(R value) {
        try {
            var sheet = current;
            if (sheet == null || row > rowsASheet) {
                sheet = next(sheet);
            }
            for (int column = 0; column < columns.size(); column++) {
                write(sheet, column, columns.get(column).value().apply(value));
            }
            row++;
            written++;
            if (row % FLUSH_EVERY == 0) {
                sheet.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many rows there are so far, titles not counted. */
    long written() {
        return written;
    }

    /** Completes the file; an export without rows is a sheet of titles. */
    @Override
    public void close() {
        try {
            finish(current == null ? next(null) : current);
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Worksheet next(@Nullable Worksheet full) throws IOException {
        if (full != null) {
            finish(full);
        }
        sheets++;
        var sheet = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        for (int column = 0; column < columns.size(); column++) {
            sheet.width(column, columns.get(column).width());
            sheet.value(0, column, titles.apply(columns.get(column).key()));
            sheet.style(0, column).bold().fillColor("EEF2FE").set();
        }
        sheet.freezePane(0, 1);
        current = sheet;
        row = 1;
        return sheet;
    }

    private void finish(Worksheet sheet) throws IOException {
        sheet.setAutoFilter(0, row - 1, 0, columns.size() - 1);
        sheet.finish();
    }

    private void write(Worksheet sheet, int column, @Nullable Object value) {
        if (value instanceof Money money) {
            var digits = money.currency().getDefaultFractionDigits();
            sheet.value(row, column, BigDecimal.valueOf(money.minor(), digits));
            format(sheet, column, digits == 0 ? "#,##0" : "#,##0." + "0".repeat(digits));
        } else if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof Instant time) {
            sheet.value(row, column, LocalDateTime.ofInstant(time, zone));
            format(sheet, column, "yyyy-mm-dd hh:mm:ss");
        } else if (value != null && !value.toString().isEmpty()) {
            text(sheet, column, value.toString());
        }
    }

    private void text(Worksheet sheet, int column, String text) {
        var cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        sheet.inlineString(row, column, XmlText.printable(cut));
        if (FORMULA_STARTS.indexOf(cut.charAt(0)) >= 0) {
            format(sheet, column, "@");
        }
    }

    private void format(Worksheet sheet, int column, String format) {
        sheet.style(row, column).format(format).set();
    }
}

package io.gatehouse.reports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.gatehouse.core.Money;

import static org.assertj.core.api.Assertions.assertThat;

/** An exported sheet … */
class SheetTests {

    private static final ZoneId SINGAPORE = ZoneId.of("Asia/Singapore");
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    record Sold(
            @Nullable String player,
            long quantity,
            Money paid,
            @Nullable Instant at) {}

    private static final List<Column<Sold>> COLUMNS = List.of(
            new Column<>("player", 20, Sold::player),
            new Column<>("quantity", 8, Sold::quantity),
            new Column<>("paid", 12, Sold::paid),
            new Column<>("at", 20, Sold::at));

    private static final Map<String, String> TITLES =
            Map.of("player", "Player", "quantity", "Quantity", "paid", "Paid", "at", "Time");

    @Test
    void hasTypedCellsUnderItsTitles() throws IOException {

        var book = read(write(Sheet.ROWS_A_SHEET, sold("mei")));

        assertThat(cells(book.getSheetAt(0).getRow(0))).containsExactly("Player", "Quantity", "Paid", "Time");
        var row = book.getSheetAt(0).getRow(1);
        assertThat(row.getCell(0).getStringCellValue()).isEqualTo("mei");
        assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(3);
        assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(9.99);
        assertThat(row.getCell(2).getCellStyle().getDataFormatString()).isEqualTo("#,##0.00");
        assertThat(DateUtil.isCellDateFormatted(row.getCell(3))).isTrue();
        assertThat(row.getCell(3).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2026, 11, 23, 12, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"http://evil.example\";\"gem\")",
                "+441234",
                "-2+3",
                "@SUM(A1)",
                "\t=1+1",
                "\r=1+1",
                "\n=1+1",
                "＝1+1",
                "＋1",
                "－1",
                "＠SUM(A1)",
                "'=1+1",
                "0012",
                "1e9",
                "TRUE"
            })
    void keepsEveryTextATextCellWithItsOwnContent(String typed) throws IOException {

        var cell = read(write(Sheet.ROWS_A_SHEET, sold(typed)))
                .getSheetAt(0)
                .getRow(1)
                .getCell(0);

        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue().replace("\r", "\n")).isEqualTo(typed.replace("\r", "\n"));
    }

    @Test
    void marksWhatASpreadsheetMightTakeForAFormulaAsText() throws IOException {

        var cell = read(write(Sheet.ROWS_A_SHEET, sold("=1+1")))
                .getSheetAt(0)
                .getRow(1)
                .getCell(0);

        assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
    }

    @Test
    void opensEvenWithTextThatXmlCannotHold() throws IOException {

        var typed = "gem\u0000\u0008 & <b> ]]> \uD800x \uD83D\uDC8E";

        var cell = read(write(Sheet.ROWS_A_SHEET, sold(typed)))
                .getSheetAt(0)
                .getRow(1)
                .getCell(0);

        assertThat(cell.getStringCellValue()).isEqualTo("gem\uFFFD\uFFFD & <b> ]]> \uFFFDx \uD83D\uDC8E");
    }

    @Test
    void writesAmountsWithTheDecimalsOfTheirCurrency() throws IOException {

        var sheet = read(write(
                        Sheet.ROWS_A_SHEET,
                        new Sold("yen", 1, Money.of(1200, "JPY"), NOON),
                        new Sold("dinar", 1, Money.of(1234, "KWD"), NOON)))
                .getSheetAt(0);

        assertThat(sheet.getRow(1).getCell(2).getNumericCellValue()).isEqualTo(1200);
        assertThat(sheet.getRow(2).getCell(2).getNumericCellValue()).isEqualTo(1.234);
        assertThat(sheet.getRow(2).getCell(2).getCellStyle().getDataFormatString())
                .isEqualTo("#,##0.000");
    }

    @Test
    void leavesEmptyWhatThereIsNot() throws IOException {

        var row = read(write(Sheet.ROWS_A_SHEET, new Sold(null, 1, Money.of(1, "USD"), null)))
                .getSheetAt(0)
                .getRow(1);

        assertThat(row.getCell(0)).isNull();
        assertThat(row.getCell(3)).isNull();
    }

    @Test
    void isFollowedByAnotherWhenItIsFull() throws IOException {

        var book = read(write(2, sold("1"), sold("2"), sold("3"), sold("4"), sold("5")));

        assertThat(book.getNumberOfSheets()).isEqualTo(3);
        assertThat(book.getSheetName(2)).isEqualTo("Orders 3");
        assertThat(book.getSheetAt(1).getRow(2).getCell(0).getStringCellValue()).isEqualTo("4");
        assertThat(cells(book.getSheetAt(2).getRow(0))).startsWith("Player");
    }

    @Test
    void hasItsTitlesEvenWithoutRows() throws IOException {

        var book = read(write(Sheet.ROWS_A_SHEET));

        assertThat(cells(book.getSheetAt(0).getRow(0))).hasSize(4);
        assertThat(book.getSheetAt(0).getLastRowNum()).isZero();
    }

    private static Sold sold(String player) {
        return new Sold(player, 3, Money.of(999, "USD"), NOON);
    }

    private static byte[] write(int rowsASheet, Sold... rows) {
        var out = new ByteArrayOutputStream();
        try (var sheet = new Sheet<>(out, "Orders", COLUMNS, TITLES::get, SINGAPORE, rowsASheet)) {
            List.of(rows).forEach(sheet);
        }
        return out.toByteArray();
    }

    private static XSSFWorkbook read(byte[] file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }

    private static List<String> cells(Row row) {
        return StreamSupport.stream(row.spliterator(), false)
                .map(it -> it.getStringCellValue())
                .toList();
    }
}

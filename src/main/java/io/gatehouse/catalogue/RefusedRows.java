package io.gatehouse.catalogue;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Gives refused rows back: as they were, coloured, with the reasons as comments at the cells. */
final class RefusedRows {

    private static final float PICTURE_HEIGHT = 48;

    private final XSSFWorkbook workbook;
    private final XSSFSheet sheet;
    private final TemplateStyles styles;
    private final SheetComments comments;

    RefusedRows(XSSFWorkbook workbook, XSSFSheet sheet, TemplateStyles styles, SheetComments comments) {
        this.workbook = workbook;
        this.sheet = sheet;
        this.styles = styles;
        this.comments = comments;
    }

    void write(List<RefusedRow> refused, Currency currency) {
        var number = 1;
        for (var each : refused) {
            var row = sheet.createRow(number++);
            for (var column : ImportColumn.values()) {
                var cell = row.createCell(column.ordinal());
                fill(cell, column, each.row().cell(column), currency);
                var faults = each.faults().getOrDefault(column, List.of());
                cell.setCellStyle(styles.refused(column, !faults.isEmpty()));
                if (!faults.isEmpty()) {
                    comments.add(cell, String.join("\n", faults));
                }
            }
            for (var picture : each.row().pictures()) {
                row.setHeightInPoints(PICTURE_HEIGHT);
                comments.picture(row.getCell(ImportColumn.IMAGE.ordinal()), picture, type(picture));
            }
        }
    }

    /** A text is written as a text, also one that begins like a formula. */
    private static void fill(Cell cell, ImportColumn column, String value, Currency currency) {
        if (column == ImportColumn.PRICE && value.matches("\\d{1,12}(\\.\\d{1,6})?")) {
            var number = new BigDecimal(value);
            if (number.stripTrailingZeros().scale() <= currency.getDefaultFractionDigits()) {
                cell.setCellValue(number.doubleValue());
                return;
            }
        }
        cell.setCellValue(value);
    }

    private static int type(byte[] content) {
        return content.length > 0 && content[0] == (byte) 0xFF ? Workbook.PICTURE_TYPE_JPEG : Workbook.PICTURE_TYPE_PNG;
    }
}

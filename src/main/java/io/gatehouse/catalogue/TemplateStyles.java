package io.gatehouse.catalogue;

import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** The looks of the import workbook's cells: texts stay texts, prices have the currency's decimals. */
final class TemplateStyles {

    private final CellStyle head;
    private final Map<ImportColumn, CellStyle> plain = new EnumMap<>(ImportColumn.class);
    private final Map<ImportColumn, CellStyle> refused = new EnumMap<>(ImportColumn.class);
    private final Map<ImportColumn, CellStyle> atFault = new EnumMap<>(ImportColumn.class);

    TemplateStyles(Workbook workbook, Currency currency) {
        var bold = workbook.createFont();
        bold.setBold(true);
        head = workbook.createCellStyle();
        head.setFont(bold);
        head.setBorderBottom(BorderStyle.MEDIUM);
        fill(head, IndexedColors.GREY_25_PERCENT);
        var decimals = currency.getDefaultFractionDigits();
        var price = workbook.createDataFormat().getFormat(decimals == 0 ? "0" : "0." + "0".repeat(decimals));
        var text = workbook.createDataFormat().getFormat("@");
        for (var column : ImportColumn.values()) {
            var format = column == ImportColumn.PRICE ? price : text;
            plain.put(column, style(workbook, format));
            refused.put(column, fill(style(workbook, format), IndexedColors.LEMON_CHIFFON));
            atFault.put(column, fill(style(workbook, format), IndexedColors.ROSE));
        }
    }

    CellStyle head() {
        return head;
    }

    CellStyle plain(ImportColumn column) {
        return plain.get(column);
    }

    CellStyle refused(ImportColumn column, boolean fault) {
        return (fault ? atFault : refused).get(column);
    }

    private static CellStyle style(Workbook workbook, short format) {
        var style = workbook.createCellStyle();
        style.setDataFormat(format);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private static CellStyle fill(CellStyle style, IndexedColors colour) {
        style.setFillForegroundColor(colour.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }
}

package io.gatehouse.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.gatehouse.core.Money;

/** Writes the workbook people fill in, empty or with the rows an import refused. */
@Component
class ImportTemplate {

    /** Raised whenever a filled-in older workbook would be read wrongly. */
    static final int VERSION = 1;

    static final String VERSION_PROPERTY = "GatehouseTemplate";

    private static final int LONGEST_PROMPT = 255;
    private static final int CHARACTER = 256;
    private static final Map<ImportColumn, Integer> WIDTHS = Map.of(
            ImportColumn.CODE, 24,
            ImportColumn.NAME, 28,
            ImportColumn.PRICE, 14,
            ImportColumn.IMAGE, 34,
            ImportColumn.REMARK, 48);

    private final MessageSource messages;
    private final CatalogueSettings settings;

    ImportTemplate(MessageSource messages, CatalogueSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    /** @return the looks of its cells, also for rows that are written into it later */
    TemplateStyles write(Currency currency, Locale locale, OutputStream out) throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet(text(locale, "items.import.template.sheet"));
            var styles = new TemplateStyles(workbook, currency);
            var comments = new SheetComments(sheet);
            heads(sheet, styles, comments, currency, locale);
            for (var column : ImportColumn.values()) {
                sheet.setDefaultColumnStyle(column.ordinal(), styles.plain(column));
                sheet.setColumnWidth(column.ordinal(), WIDTHS.get(column) * CHARACTER);
                sheet.addValidationData(validation(sheet.getDataValidationHelper(), column, currency, locale));
            }
            notes(workbook, currency, locale);
            workbook.getProperties().getCustomProperties().addProperty(VERSION_PROPERTY, VERSION);
            workbook.write(out);
            return styles;
        }
    }

    private void heads(
            XSSFSheet sheet, TemplateStyles styles, SheetComments comments, Currency currency, Locale locale) {
        var row = sheet.createRow(0);
        for (var column : ImportColumn.values()) {
            var cell = row.createCell(column.ordinal());
            cell.setCellValue(column.head());
            cell.setCellStyle(styles.head());
            comments.add(cell, note(column, currency, locale));
        }
        sheet.createFreezePane(0, 1);
    }

    private DataValidation validation(
            DataValidationHelper rules, ImportColumn column, Currency currency, Locale locale) {
        var cells = new CellRangeAddressList(1, settings.importRows(), column.ordinal(), column.ordinal());
        var validation = rules.createValidation(constraint(rules, column, currency, locale), cells);
        var note = note(column, currency, locale);
        var prompt = note.length() > LONGEST_PROMPT ? note.substring(0, LONGEST_PROMPT - 1) + "…" : note;
        validation.createPromptBox(column.head(), prompt);
        validation.setShowPromptBox(true);
        validation.createErrorBox(column.head(), prompt);
        // beside what the drop-down offers, an address may be typed
        validation.setShowErrorBox(column != ImportColumn.IMAGE);
        validation.setEmptyCellAllowed(true);
        return validation;
    }

    private DataValidationConstraint constraint(
            DataValidationHelper rules, ImportColumn column, Currency currency, Locale locale) {
        return switch (column) {
            case CODE -> length(rules, 1, 64);
            case NAME -> length(rules, 1, settings.nameLimit());
            case REMARK -> length(rules, 0, ItemRules.LONGEST_REMARK);
            case PRICE ->
                rules.createDecimalConstraint(
                        OperatorType.BETWEEN,
                        new Money(1, currency).major(),
                        new Money(ItemRules.HIGHEST_PRICE, currency).major());
            case IMAGE ->
                rules.createExplicitListConstraint(new String[] {
                    text(locale, "items.import.image.in-row"), text(locale, "items.import.image.in-zip")
                });
        };
    }

    private static DataValidationConstraint length(DataValidationHelper rules, int least, int most) {
        return rules.createTextLengthConstraint(OperatorType.BETWEEN, String.valueOf(least), String.valueOf(most));
    }

    private void notes(XSSFWorkbook workbook, Currency currency, Locale locale) {
        var sheet = workbook.createSheet(text(locale, "items.import.template.notes"));
        sheet.setColumnWidth(0, 20 * CHARACTER);
        sheet.setColumnWidth(1, 110 * CHARACTER);
        var number = 0;
        for (var column : ImportColumn.values()) {
            var row = sheet.createRow(number++);
            row.createCell(0).setCellValue(column.head());
            row.createCell(1).setCellValue(note(column, currency, locale));
        }
        var general = sheet.createRow(++number);
        general.createCell(0).setCellValue(text(locale, "items.import.template.version", VERSION));
        general.createCell(1).setCellValue(text(locale, "items.import.template.general", settings.importRows()));
    }

    private String note(ImportColumn column, Currency currency, Locale locale) {
        var key = "items.import.note." + column.field();
        return switch (column) {
            case NAME -> text(locale, key, settings.nameLimit());
            case PRICE ->
                text(
                        locale,
                        key,
                        currency.getCurrencyCode(),
                        currency.getDefaultFractionDigits(),
                        new Money(ItemRules.HIGHEST_PRICE, currency).major());
            case CODE, IMAGE, REMARK -> text(locale, key);
        };
    }

    private String text(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}

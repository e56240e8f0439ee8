package io.gatehouse.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes workbooks as people would. */
final class Workbooks {

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final XSSFSheet sheet = workbook.createSheet("Items");

    private Workbooks() {}

    static Workbooks withHeads(String... heads) {
        return new Workbooks().row(0, (Object[]) heads);
    }

    static Workbooks ofTheTemplate() {
        return withHeads("Item ID", "Item name", "Price", "Image", "Remark");
    }

    Workbooks row(int index, Object... values) {
        var row = sheet.createRow(index);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Number number) {
                row.createCell(i).setCellValue(number.doubleValue());
            } else if (values[i] != null) {
                row.createCell(i).setCellValue(values[i].toString());
            }
        }
        return this;
    }

    Workbooks formula(int row, int column, String formula) {
        sheet.getRow(row).createCell(column).setCellFormula(formula);
        return this;
    }

    Workbooks picture(int row, byte[] content) {
        sheet.createDrawingPatriarch()
                .createPicture(
                        new XSSFClientAnchor(0, 0, 0, 0, 3, row, 4, row + 1),
                        workbook.addPicture(content, Workbook.PICTURE_TYPE_PNG));
        return this;
    }

    XSSFWorkbook workbook() {
        return workbook;
    }

    Path in(Path folder) {
        var file = folder.resolve("items-%d.xlsx".formatted(System.nanoTime()));
        try (var out = Files.newOutputStream(file);
                workbook) {
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    static Path zip(Path folder, Object... namesAndContents) throws IOException {
        var file = folder.resolve("files-%d.zip".formatted(System.nanoTime()));
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
                zip.closeEntry();
            }
        }
        return file;
    }

    /** A workbook of so many rows, of item_1 and so on. */
    static Path ofRows(Path folder, int rows) throws IOException {
        var file = folder.resolve("items-%d.xlsx".formatted(System.nanoTime()));
        try (var out = Files.newOutputStream(file);
                var book = new org.dhatim.fastexcel.Workbook(out, "Gatehouse", "1.0")) {
            var sheet = book.newWorksheet("Items");
            sheet.value(0, 0, "Item ID");
            sheet.value(0, 1, "Item name");
            sheet.value(0, 2, "Price");
            for (int row = 1; row <= rows; row++) {
                sheet.value(row, 0, "item_" + row);
                sheet.value(row, 1, "Item " + row);
                sheet.value(row, 2, 1 + row % 100);
            }
        }
        return file;
    }
}

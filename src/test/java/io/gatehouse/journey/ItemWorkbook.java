package io.gatehouse.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;

/** The downloaded Excel template, filled in as in a spreadsheet programme. */
class ItemWorkbook {

    private ItemWorkbook() {}

    /** Fills in that many rows, each with a picture lying in it. */
    static Path filledIn(Path template, int rows, byte[] picture) throws IOException {
        var filled = template.resolveSibling("lantern-drift.xlsx");
        try (var in = Files.newInputStream(template);
                var workbook = WorkbookFactory.create(in);
                var out = Files.newOutputStream(filled)) {
            var sheet = workbook.getSheetAt(0);
            var drawing = sheet.createDrawingPatriarch();
            var image = workbook.addPicture(picture, Workbook.PICTURE_TYPE_PNG);
            for (var number = 1; number <= rows; number++) {
                var row = sheet.createRow(number);
                row.createCell(0).setCellValue("lantern_%02d".formatted(number));
                row.createCell(1).setCellValue("Lantern no. " + number);
                row.createCell(2).setCellValue(number + 0.99);
                row.createCell(4).setCellValue("Burns for " + number + " nights");
                drawing.createPicture(new XSSFClientAnchor(0, 0, 0, 0, 3, number, 4, number + 1), image);
            }
            workbook.write(out);
        }
        return filled;
    }
}

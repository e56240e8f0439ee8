package io.gatehouse.catalogue;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Comments laid on one sheet. */
final class SheetComments {

    private static final String AUTHOR = "Gatehouse";

    private final XSSFDrawing drawing;

    SheetComments(XSSFSheet sheet) {
        this.drawing = sheet.createDrawingPatriarch();
    }

    void add(Cell cell, String text) {
        var column = cell.getColumnIndex();
        var row = cell.getRowIndex();
        var comment = drawing.createCellComment(new XSSFClientAnchor(0, 0, 0, 0, column + 1, row, column + 4, row + 5));
        comment.setAuthor(AUTHOR);
        comment.setString(new XSSFRichTextString(text));
        cell.setCellComment(comment);
    }
}

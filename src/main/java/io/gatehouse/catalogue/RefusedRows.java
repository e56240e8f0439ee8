package io.gatehouse.catalogue;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;

import org.apache.poi.ss.util.CellReference;

/**
 * The XML of refused rows in the parts of a workbook: as they were, coloured, with the reasons as comments at the cells.
 * Every element names its namespaces, because it goes into parts that another has written.
 */
final class RefusedRows {

    private static final String SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
    private static final String SHAPES = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final int PICTURE_HEIGHT = 48;
    private static final int FIRST_SHAPE = 2000;

    private final TemplateStyles styles;
    private final Currency currency;

    RefusedRows(TemplateStyles styles, Currency currency) {
        this.styles = styles;
        this.currency = currency;
    }

    /** @param index of the row in the sheet, from 1 below the heads */
    void row(SheetXml xml, RefusedRow refused, int index) {
        if (refused.picture() == null) {
            xml.open("row", "xmlns", SHEET, "r", index + 1);
        } else {
            xml.open("row", "xmlns", SHEET, "r", index + 1, "ht", PICTURE_HEIGHT, "customHeight", 1);
        }
        for (var column : ImportColumn.values()) {
            var style =
                    styles.refused(column, refused.faults().containsKey(column)).getIndex();
            cell(xml, reference(column, index), style, column, refused.row().cell(column));
        }
        xml.close();
    }

    /** A text is written as a text, also one that begins like a formula. */
    private void cell(SheetXml xml, String reference, int style, ImportColumn column, String value) {
        if (value.isEmpty()) {
            xml.open("c", "r", reference, "s", style).close();
        } else if (column == ImportColumn.PRICE && isPrice(value)) {
            xml.open("c", "r", reference, "s", style).element("v", value).close();
        } else {
            xml.open("c", "r", reference, "s", style, "t", "inlineStr").open("is");
            xml.open("t", "xml:space", "preserve").text(value).close().close().close();
        }
    }

    private boolean isPrice(String value) {
        return value.matches("\\d{1,12}(\\.\\d{1,6})?")
                && new BigDecimal(value).stripTrailingZeros().scale() <= currency.getDefaultFractionDigits();
    }

    void comments(SheetXml xml, RefusedRow refused, int index, String author) {
        refused.faults().forEach((column, sentences) -> {
            xml.open("comment", "xmlns", SHEET, "ref", reference(column, index), "authorId", author)
                    .open("text")
                    .open("t", "xml:space", "preserve")
                    .text(String.join("\n", sentences));
            xml.close().close().close();
        });
    }

    /** Where the comments of a row are shown: without it a spreadsheet program shows none of them. */
    void shapes(SheetXml xml, RefusedRow refused, int index) {
        for (var column : refused.faults().keySet()) {
            var place = column.ordinal();
            xml.open(
                    "v:shape",
                    "xmlns:v",
                    "urn:schemas-microsoft-com:vml",
                    "xmlns:o",
                    "urn:schemas-microsoft-com:office:office",
                    "xmlns:x",
                    "urn:schemas-microsoft-com:office:excel",
                    "id",
                    "_x0000_s" + (FIRST_SHAPE + index * ImportColumn.values().length + place),
                    "type",
                    "#_x0000_t202",
                    "style",
                    "position:absolute; visibility:hidden",
                    "fillcolor",
                    "#ffffe1",
                    "o:insetmode",
                    "auto");
            xml.open("v:fill", "color", "#ffffe1").close();
            xml.open("v:shadow", "on", "t", "obscured", "t").close();
            xml.open("v:path", "o:connecttype", "none").close();
            xml.open("v:textbox", "style", "mso-direction-alt:auto").close();
            xml.open("x:ClientData", "ObjectType", "Note");
            xml.element("x:Anchor", "%d, 0, %d, 0, %d, 0, %d, 0".formatted(place + 1, index, place + 4, index + 5));
            xml.element("x:AutoFill", "False").element("x:Row", index).element("x:Column", place);
            xml.close().close();
        }
    }

    /** The picture of a row, laid into its cell. */
    void picture(SheetXml xml, String picture, int index) {
        var place = ImportColumn.IMAGE.ordinal();
        xml.open("d:twoCellAnchor", "xmlns:d", DRAWING, "xmlns:a", SHAPES, "editAs", "twoCell");
        corner(xml, "d:from", place, index);
        corner(xml, "d:to", place + 1, index + 1);
        xml.open("d:pic").open("d:nvPicPr");
        xml.open("d:cNvPr", "id", index + 1, "name", "Picture " + index).close();
        xml.open("d:cNvPicPr").close().close();
        xml.open("d:blipFill")
                .open("a:blip", "xmlns:r", RELATIONS, "r:embed", relation(picture))
                .close();
        xml.open("a:stretch").open("a:fillRect").close().close().close();
        xml.open("d:spPr")
                .open("a:prstGeom", "prst", "rect")
                .open("a:avLst")
                .close()
                .close()
                .close()
                .close();
        xml.open("d:clientData").close().close();
    }

    private static void corner(SheetXml xml, String name, int column, int row) {
        xml.open(name)
                .element("d:col", column)
                .element("d:colOff", 0)
                .element("d:row", row)
                .element("d:rowOff", 0);
        xml.close();
    }

    /** Which files the pictures are. */
    static void relations(SheetXml xml, Map<String, String> pictures) {
        xml.open("Relationships", "xmlns", "http://schemas.openxmlformats.org/package/2006/relationships");
        pictures.forEach((picture, name) -> xml.open(
                        "Relationship",
                        "Id",
                        relation(picture),
                        "Type",
                        RELATIONS + "/image",
                        "Target",
                        "../media/" + name)
                .close());
        xml.close();
    }

    private static String relation(String picture) {
        return "p" + picture;
    }

    private static String reference(ImportColumn column, int index) {
        return CellReference.convertNumToColString(column.ordinal()) + (index + 1);
    }
}

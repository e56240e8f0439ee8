package io.gatehouse.catalogue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.apache.poi.ss.util.CellReference;

/**
 * The template with refused rows in it, however many: they are written into the parts of the template as they are read,
 * part for part, and none is kept.
 */
final class RefusedWorkbook {

    private static final String TYPES = "[Content_Types].xml";
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String COMMENTS = "xl/comments1.xml";
    private static final String SHAPES = "xl/drawings/vmlDrawing0.vml";
    private static final String DRAWING = "xl/drawings/drawing1.xml";
    private static final String DRAWING_RELATIONS = "xl/drawings/_rels/drawing1.xml.rels";
    private static final Set<String> FILLED = Set.of(TYPES, SHEET, COMMENTS, SHAPES, DRAWING);
    private static final Pattern DIMENSION = Pattern.compile("(?<=<dimension ref=\")[^\"]*");
    private static final Pattern AUTHOR = Pattern.compile("authorId=\"(\\d+)\"");

    private final Rows rows;
    private final int count;
    private final Map<String, String> pictures;
    private final RefusedRows xml;

    /** The refused rows; they are read once for each part of the workbook that tells something of them. */
    interface Rows {

        /** @param row takes each with its index in the sheet, from 1 below the heads */
        void each(BiConsumer<RefusedRow, Integer> row);

        byte[] picture(String hash);
    }

    /**
     * @param count how many rows there are
     * @param pictures the pictures of all rows: hash → name of a file
     */
    RefusedWorkbook(Rows rows, int count, Map<String, String> pictures, RefusedRows xml) {
        this.rows = rows;
        this.count = count;
        this.pictures = pictures;
        this.xml = xml;
    }

    void write(byte[] template, OutputStream out) throws IOException {
        try (var from = new ZipInputStream(new ByteArrayInputStream(template));
                var zip = new ZipOutputStream(out)) {
            var missing = new HashSet<>(FILLED);
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                write(entry.getName(), from.readAllBytes(), zip);
                zip.closeEntry();
                missing.remove(entry.getName());
            }
            if (!missing.isEmpty()) {
                throw new IllegalStateException("The template has no %s".formatted(missing));
            }
            writePictures(zip);
        }
    }

    private void write(String name, byte[] part, OutputStream out) throws IOException {
        switch (name) {
            case TYPES -> fill(part, "<Override", out, this::types);
            case SHEET ->
                fill(measured(part), "</sheetData>", out, it -> rows.each((row, index) -> xml.row(it, row, index)));
            case COMMENTS -> {
                var author = AUTHOR.matcher(text(part));
                var written = author.find() ? author.group(1) : "0";
                fill(
                        part,
                        "</commentList>",
                        out,
                        it -> rows.each((row, index) -> xml.comments(it, row, index, written)));
            }
            case SHAPES -> fill(part, "</xml>", out, it -> rows.each((row, index) -> xml.shapes(it, row, index)));
            case DRAWING ->
                fill(opened(part), "</xdr:wsDr>", out, it -> rows.each((row, index) -> picture(it, row, index)));
            default -> out.write(part);
        }
    }

    private void types(SheetXml out) {
        for (var type : new String[] {"png", "jpeg"}) {
            out.open("Default", "Extension", type, "ContentType", "image/" + type)
                    .close();
        }
    }

    private void picture(SheetXml out, RefusedRow row, int index) {
        // those of a settled import are kept no more
        if (row.picture() != null && pictures.containsKey(row.picture())) {
            xml.picture(out, row.picture(), index);
        }
    }

    private void writePictures(ZipOutputStream zip) throws IOException {
        if (pictures.isEmpty()) {
            return;
        }
        zip.putNextEntry(new ZipEntry(DRAWING_RELATIONS));
        var relations = new SheetXml(zip);
        RefusedRows.relations(relations, pictures);
        relations.flush();
        zip.closeEntry();
        for (var picture : pictures.entrySet()) {
            zip.putNextEntry(new ZipEntry("xl/media/" + picture.getValue()));
            zip.write(rows.picture(picture.getKey()));
            zip.closeEntry();
        }
    }

    /** Writes a part of the template with more in it, before that place. */
    private static void fill(byte[] part, String place, OutputStream out, Filling filling) throws IOException {
        var text = text(part);
        var at = text.indexOf(place);
        if (at < 0) {
            throw new IllegalStateException("The template has no %s".formatted(place));
        }
        out.write(text.substring(0, at).getBytes(StandardCharsets.UTF_8));
        var xml = new SheetXml(out);
        filling.into(xml);
        xml.flush();
        out.write(text.substring(at).getBytes(StandardCharsets.UTF_8));
    }

    /** With the last row it will have, by which whoever reads it again tells how far they are. */
    private byte[] measured(byte[] sheet) {
        var last = ImportColumn.values().length - 1;
        var cells = "A1:%s%d".formatted(CellReference.convertNumToColString(last), count + 1);
        return DIMENSION.matcher(text(sheet)).replaceFirst(cells).getBytes(StandardCharsets.UTF_8);
    }

    /** A drawing that is empty has no end to write before. */
    private static byte[] opened(byte[] drawing) {
        return text(drawing)
                .replaceFirst("<xdr:wsDr([^>]*)/>", "<xdr:wsDr$1></xdr:wsDr>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] part) {
        return new String(part, StandardCharsets.UTF_8);
    }

    /** Writes what goes into a part. */
    private interface Filling {

        void into(SheetXml out);
    }
}

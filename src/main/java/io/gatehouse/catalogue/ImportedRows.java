package io.gatehouse.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The rows of dry runs, kept until somebody confirms or discards them and after that for the history; their pictures are
 * kept until then only.
 */
@Repository
class ImportedRows {

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    ImportedRows(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(String number, Collection<CheckedRow> rows) {
        jdbc.batchUpdate(
                """
                insert into import_picture (import, sha256, type, width, height, content)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                rows.stream()
                        .flatMap(it -> Optional.ofNullable(it.picture()).stream())
                        .distinct()
                        .toList(),
                5,
                (statement, it) -> {
                    statement.setString(1, number);
                    statement.setString(2, it.sha256());
                    statement.setString(3, it.type());
                    statement.setInt(4, it.width());
                    statement.setInt(5, it.height());
                    statement.setBytes(6, it.content());
                });
        jdbc.batchUpdate("""
                insert into import_row
                (import, number, result, code, name, price, image, remark, price_minor, picture, faults, base_version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows, 500, (statement, it) -> {
            var terms = it.terms();
            var row = it.row();
            var picture = it.picture();
            statement.setString(1, number);
            statement.setInt(2, row.number());
            statement.setString(3, it.result().name());
            statement.setString(4, text(row.cell(ImportColumn.CODE)));
            statement.setString(5, terms == null ? text(row.cell(ImportColumn.NAME)) : terms.name());
            statement.setString(6, text(row.cell(ImportColumn.PRICE)));
            statement.setString(7, text(row.cell(ImportColumn.IMAGE)));
            statement.setString(8, terms == null ? text(row.cell(ImportColumn.REMARK)) : terms.remark());
            statement.setObject(9, terms == null ? null : terms.price().minor(), Types.BIGINT);
            statement.setString(10, picture == null ? null : picture.sha256());
            statement.setString(11, write(it.faults()));
            statement.setInt(12, it.baseVersion());
        });
    }

    /** Rows of some results, by their number. */
    List<ImportedRow> of(String number, Collection<ImportResult> results, int after, int most) {
        return jdbc.query(
                """
                select * from import_row where import = ? and result = any(?) and number > ? order by number limit ?
                """, this::row, number, results.stream().map(Enum::name).toArray(String[]::new), after, most);
    }

    /** The picture of a row, while it is kept. */
    Optional<StoredPicture> picture(String number, int row) {
        return jdbc
                .query(
                        """
                        select p.type, p.content from import_row r
                        join import_picture p on p.import = r.import and p.sha256 = r.picture
                        where r.import = ? and r.number = ?
                        """,
                        (found, index) -> new StoredPicture(found.getString("type"), found.getBytes("content")),
                        number,
                        row)
                .stream()
                .findFirst();
    }

    /** The pictures of refused rows, while they are kept: hash → name of a file. */
    Map<String, String> refusedPictures(String number) {
        var names = new LinkedHashMap<String, String>();
        jdbc.query(
                """
                select distinct p.sha256, p.type from import_picture p
                join import_row r on r.import = p.import and r.picture = p.sha256
                where p.import = ? and r.result = 'REFUSED'
                """,
                row -> {
                    var hash = row.getString("sha256");
                    names.put(hash, hash + "." + row.getString("type").replace("image/", ""));
                },
                number);
        return names;
    }

    byte[] content(String number, String hash) {
        return jdbc
                .query(
                        "select content from import_picture where import = ? and sha256 = ?",
                        (found, index) -> found.getBytes("content"),
                        number,
                        hash)
                .stream()
                .findFirst()
                .orElse(new byte[0]);
    }

    void drop(String number) {
        jdbc.update("delete from import_row where import = ?", number);
        dropPictures(number);
    }

    void dropPictures(String number) {
        jdbc.update("delete from import_picture where import = ?", number);
    }

    private ImportedRow row(ResultSet row, int index) throws SQLException {
        var cells = new EnumMap<ImportColumn, String>(Map.of(
                ImportColumn.CODE, row.getString("code"),
                ImportColumn.NAME, row.getString("name"),
                ImportColumn.PRICE, row.getString("price"),
                ImportColumn.IMAGE, row.getString("image"),
                ImportColumn.REMARK, row.getString("remark")));
        return new ImportedRow(
                new SheetRow(row.getInt("number"), cells, List.of()),
                ImportResult.valueOf(row.getString("result")),
                row.getObject("price_minor", Long.class),
                row.getString("picture"),
                read(row.getString("faults")),
                row.getInt("base_version"));
    }

    /** The database takes no NUL in a text. */
    private static String text(String cell) {
        return cell.replace("\0", "");
    }

    private String write(List<CellFault> faults) {
        try {
            return json.writeValueAsString(faults).replace("\\u0000", "");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<CellFault> read(String faults) {
        try {
            return Arrays.asList(json.readValue(faults, CellFault[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A row as it was kept.
     *
     * @param minor its price in minor units; null of a refused one
     * @param picture the hash of its picture; null without one
     */
    record ImportedRow(
            SheetRow row,
            ImportResult result,
            @Nullable Long minor,
            @Nullable String picture,
            List<CellFault> faults,
            int baseVersion) {

        String code() {
            return row.cell(ImportColumn.CODE);
        }
    }
}

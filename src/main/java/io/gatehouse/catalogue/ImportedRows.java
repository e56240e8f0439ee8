package io.gatehouse.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of dry runs, kept until somebody confirms or discards them and after that for the history. */
@Repository
class ImportedRows {

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    ImportedRows(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(String number, Collection<CheckedRow> rows) {
        jdbc.batchUpdate("""
                insert into import_row
                (import, number, result, code, name, price, image, remark, faults, base_version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows, 200, (statement, it) -> {
            statement.setString(1, number);
            statement.setInt(2, it.row().number());
            statement.setString(3, it.result().name());
            var place = 4;
            for (var column : List.of(
                    ImportColumn.CODE,
                    ImportColumn.NAME,
                    ImportColumn.PRICE,
                    ImportColumn.IMAGE,
                    ImportColumn.REMARK)) {
                // the database takes no NUL in a text
                statement.setString(place++, it.row().cell(column).replace("\0", ""));
            }
            statement.setString(9, write(it.faults()));
            statement.setInt(10, it.baseVersion());
        });
        jdbc.batchUpdate(
                "insert into import_picture (import, number, content) values (?, ?, ?)",
                rows.stream().filter(it -> it.picture() != null).toList(),
                20,
                (statement, it) -> {
                    statement.setString(1, number);
                    statement.setInt(2, it.row().number());
                    statement.setBytes(
                            3, it.picture() == null ? new byte[0] : it.picture().content());
                });
    }

    /** Rows of some results by their number, with the pictures that lay in them. */
    List<ImportedRow> of(String number, Collection<ImportResult> results, int after, int most) {
        return jdbc.query(
                """
                select r.*, p.content from import_row r
                left join import_picture p on p.import = r.import and p.number = r.number
                where r.import = ? and r.result = any(?) and r.number > ? order by r.number limit ?
                """, this::row, number, results.stream().map(Enum::name).toArray(String[]::new), after, most);
    }

    byte[] picture(String number, int row) {
        return jdbc
                .query(
                        "select content from import_picture where import = ? and number = ?",
                        (result, index) -> result.getBytes("content"),
                        number,
                        row)
                .stream()
                .findFirst()
                .orElse(new byte[0]);
    }

    private ImportedRow row(ResultSet row, int index) throws SQLException {
        var cells = new EnumMap<ImportColumn, String>(Map.of(
                ImportColumn.CODE, row.getString("code"),
                ImportColumn.NAME, row.getString("name"),
                ImportColumn.PRICE, row.getString("price"),
                ImportColumn.IMAGE, row.getString("image"),
                ImportColumn.REMARK, row.getString("remark")));
        var picture = row.getBytes("content");
        return new ImportedRow(
                new SheetRow(row.getInt("number"), cells, picture == null ? List.of() : List.of(picture)),
                ImportResult.valueOf(row.getString("result")),
                read(row.getString("faults")),
                row.getInt("base_version"));
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

    /** A row as it was kept. */
    record ImportedRow(SheetRow row, ImportResult result, List<CellFault> faults, int baseVersion) {}
}

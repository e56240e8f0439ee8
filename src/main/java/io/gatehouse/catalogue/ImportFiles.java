package io.gatehouse.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The files of imports as they were uploaded. They lie in the database, so that every instance can read them. */
@Repository
class ImportFiles {

    private static final int PIECE = 1 << 20;

    private final JdbcTemplate jdbc;

    ImportFiles(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Which file of an import. */
    enum Part {
        WORKBOOK,
        PICTURES
    }

    /** @throws PoisonFile if there is nothing in it, or more than it may have */
    void keep(String number, Part part, InputStream content, long most) throws IOException {
        var length = 0L;
        var piece = content.readNBytes(PIECE);
        for (int place = 0; piece.length > 0 && length <= most; place++) {
            jdbc.update("insert into import_file values (?, ?, ?, ?)", number, part.name(), place, piece);
            length += piece.length;
            piece = content.readNBytes(PIECE);
        }
        if (length == 0) {
            throw new PoisonFile(field(part), PoisonFile.Fault.EMPTY);
        }
        if (length > most) {
            throw new PoisonFile(field(part), PoisonFile.Fault.TOO_LARGE, most / PIECE);
        }
    }

    /**
     * Copies one out.
     *
     * @return false if there is no such file
     */
    boolean copy(String number, Part part, Path to) throws IOException {
        var pieces = jdbc.queryForList(
                "select number from import_file where import = ? and part = ? order by number",
                Integer.class,
                number,
                part.name());
        try (var out = Files.newOutputStream(to)) {
            for (var piece : pieces) {
                out.write(piece(number, part, piece));
            }
        }
        return !pieces.isEmpty();
    }

    void drop(String number) {
        jdbc.update("delete from import_file where import = ?", number);
    }

    private byte[] piece(String number, Part part, int place) {
        return jdbc
                .query(
                        "select bytes from import_file where import = ? and part = ? and number = ?",
                        (row, index) -> row.getBytes(1),
                        number,
                        part.name(),
                        place)
                .stream()
                .findFirst()
                // it was discarded while it was copied
                .orElseThrow(() -> new RunLost(number));
    }

    private static String field(Part part) {
        return part == Part.WORKBOOK ? "workbook" : "pictures";
    }
}

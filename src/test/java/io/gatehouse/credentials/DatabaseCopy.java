package io.gatehouse.credentials;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Everything that a stolen copy of the database holds: each row of each table as text, with bytes in hex. Only what begins
 * with {@code toy_} is left out: those are the games' and the superapp's own tables in the sandbox, and exist nowhere else.
 */
class DatabaseCopy {

    private static final int SHORTEST = 8;

    /** @param text with its columns side by side */
    private record Row(String table, String text) {}

    private final List<Row> rows = new ArrayList<>();

    DatabaseCopy(JdbcTemplate database) {
        for (var table : tables(database)) {
            database.query("select it::text from " + table + " it", row -> {
                rows.add(new Row(table, row.getString(1)));
            });
        }
    }

    private static List<String> tables(JdbcTemplate database) {
        return database.queryForList("""
                select format('%I.%I', schemaname, tablename) from pg_tables
                 where schemaname not in ('pg_catalog', 'information_schema') and tablename not like 'toy\\_%'
                """, String.class);
    }

    /** The tables in which a secret stands: as it is, as bytes, or as the bytes that it is the base64 of. */
    List<String> tablesWith(String secret) {
        if (secret.length() < SHORTEST) {
            throw new IllegalArgumentException("So short a secret stands everywhere");
        }
        var forms = forms(secret);
        var found = new TreeSet<String>();
        for (var row : rows) {
            if (forms.stream().anyMatch(row.text()::contains)) {
                found.add(row.table());
            }
        }
        return List.copyOf(found);
    }

    private static List<String> forms(String secret) {
        var forms = new ArrayList<String>();
        forms.add(secret);
        forms.add(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
        forms.add(Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
        if (secret.matches("[A-Za-z0-9+/]+={0,2}") && secret.length() % 4 == 0) {
            forms.add(HexFormat.of().formatHex(Base64.getDecoder().decode(secret)));
        }
        return forms;
    }

    int size() {
        return rows.size();
    }
}

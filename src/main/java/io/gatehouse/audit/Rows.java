package io.gatehouse.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.springframework.jdbc.core.RowMapper;

/** How rows of the log's tables are read. */
final class Rows {

    static final RowMapper<LogEntry> ENTRY = (row, number) -> entry(row);

    /** The last link of the chain, read at the present time. */
    static final String LAST_SEAL = """
            select first_position + cardinality(entries) - 1 as position,
                encode(hashes[cardinality(hashes)], 'hex') as hash, now() at
            from business_log_batch order by first_position desc limit 1
            """;

    static final RowMapper<Head> HEAD = (row, number) -> new Head(
            row.getObject("at", OffsetDateTime.class).toInstant(), row.getLong("position"), row.getString("hash"));

    /** A seal, left-joined with the log row it is about. */
    static final RowMapper<Link> LINK = (row, number) -> link(row);

    /** A log row, left-joined with its seal. */
    static final RowMapper<LogLine> LINE =
            (row, number) -> new LogLine(entry(row), (Long) row.getObject("position"), row.getString("hash"));

    private Rows() {}

    private static LogEntry entry(ResultSet row) throws SQLException {
        return new LogEntry(
                row.getLong("id"),
                instant(row, "occurred_at"),
                row.getString("type"),
                row.getString("actor"),
                row.getString("subject"),
                row.getString("game"),
                row.getString("request"),
                row.getString("details"));
    }

    private static Link link(ResultSet row) throws SQLException {
        var position = row.getLong("position");
        var hash = row.getString("hash");
        return row.getObject("id") == null ? new Link(position, null, null, hash) : Link.of(position, entry(row), hash);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

package io.gatehouse.delivery;

import java.sql.Array;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Columns of many rows as arrays, so that one statement writes all of them. */
class Rows<T> {

    private final Collection<T> rows;
    private final JdbcTemplate jdbc;

    Rows(Collection<T> rows, JdbcTemplate jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    Array column(String type, Function<T, @Nullable Object> value) {
        var values = rows.stream().map(value).map(Rows::sql).toArray();
        var array = jdbc.execute((ConnectionCallback<Array>) it -> it.createArrayOf(type, values));
        if (array == null) {
            throw new IllegalStateException("No array of " + type);
        }
        return array;
    }

    private static @Nullable Object sql(@Nullable Object value) {
        return value instanceof Instant instant ? Timestamp.from(instant) : value;
    }
}

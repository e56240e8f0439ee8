package io.gatehouse.core;

import java.sql.Connection;
import java.sql.SQLException;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A connection on which the database says nothing for 20 seconds is taken for dead. A change of the schema may be at
 * work longer than that, and so may whoever reads all there is: they wait as long as it takes.
 */
public final class LongWork {

    private static final int FOR_EVER = 0;

    private LongWork() {}

    /** Applies to the caller's transaction, and ends with it. */
    public static void begin(JdbcTemplate database) {
        database.execute((ConnectionCallback<Connection>) LongWork::on);
    }

    static Connection on(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, FOR_EVER);
        return connection;
    }
}

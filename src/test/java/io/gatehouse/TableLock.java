package io.gatehouse;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

/** Nobody else reads or writes a table until it is closed. */
public final class TableLock implements AutoCloseable {

    private final Connection connection;

    private TableLock(Connection connection) {
        this.connection = connection;
    }

    public static TableLock on(String table, DataSource database) throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in access exclusive mode");
        }
        return new TableLock(connection);
    }

    /** Ends the connections of those who wait for it, as a database does that is stopped. */
    public void breakThoseWaiting() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                     where pg_backend_pid() = any(pg_blocking_pids(pid))
                    """);
        }
    }

    public boolean isHeld() throws SQLException {
        return !connection.isClosed();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}

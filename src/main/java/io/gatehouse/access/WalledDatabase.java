package io.gatehouse.access;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

import io.gatehouse.access.TeamWall.Served;

/** Raises the wall for what is asked outside of a transaction, too: on the connection, as long as it is lent. */
class WalledDatabase extends DelegatingDataSource {

    WalledDatabase(DataSource database) {
        super(database);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return walled(super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return walled(super.getConnection(username, password));
    }

    private static Connection walled(Connection connection) throws SQLException {
        var served = TeamWall.served();
        if (served == null || served.passesBy() || served.begins()) {
            return connection;
        }
        try {
            served.raiseWallOfSession(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return served.passesBy() ? connection : lent(connection);
    }

    private static Connection lent(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                WalledDatabase.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        giveBack(connection);
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    /** Nobody is ever lent a connection with somebody else's wall. */
    private static void giveBack(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            try {
                Served.lowerWall(connection);
            } catch (SQLException e) {
                connection.abort(Runnable::run);
                throw e;
            }
            connection.close();
        }
    }
}

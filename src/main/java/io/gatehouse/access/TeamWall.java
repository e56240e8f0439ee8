package io.gatehouse.access;

import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.Username;

/**
 * The second wall between teams. While a thread serves somebody of a team, the database shows its transactions the rows
 * of their teams and no others, whatever the code in front of it asks for. What serves nobody in particular (payments,
 * deliveries, jobs) and the people of the superapp and the platform pass by it.
 */
public final class TeamWall {

    private static final ThreadLocal<@Nullable Served> SERVED = new ThreadLocal<>();

    private TeamWall() {}

    /** From now on this thread serves that person. */
    public static void serve(Username person) {
        SERVED.set(new Served(person));
    }

    /** From now on it serves nobody. */
    public static void leave() {
        SERVED.remove();
    }

    static @Nullable Served served() {
        return SERVED.get();
    }

    /** Whom a thread serves. */
    static final class Served {

        private final Username person;
        private boolean passesBy;
        private boolean begins;

        private Served(Username person) {
            this.person = person;
        }

        /** Whether it is in the middle of beginning a transaction. */
        boolean begins() {
            return begins;
        }

        void begins(boolean begins) {
            this.begins = begins;
        }

        /** Whether no wall is raised for them: asked of the database once in a request. */
        boolean passesBy() {
            return passesBy;
        }

        /** With the round trip in which the transaction begins. */
        void raiseWall(Connection transaction) throws SQLException {
            raiseWall(transaction, true);
        }

        /** For what is asked outside of a transaction, until {@link #lowerWall}. */
        void raiseWallOfSession(Connection session) throws SQLException {
            raiseWall(session, false);
        }

        private void raiseWall(Connection connection, boolean ofTransaction) throws SQLException {
            try (var statement = connection.prepareStatement("select raise_team_wall(?, ?)")) {
                statement.setString(1, person.value());
                statement.setBoolean(2, ofTransaction);
                try (var raised = statement.executeQuery()) {
                    raised.next();
                    passesBy = !raised.getBoolean(1);
                }
            }
        }

        static void lowerWall(Connection session) throws SQLException {
            try (var statement = session.createStatement()) {
                statement.execute("reset role; reset gatehouse.person; reset gatehouse.teams; reset gatehouse.games");
            }
        }
    }
}

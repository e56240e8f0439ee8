package io.gatehouse.core;

import java.time.Duration;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The work on which all payments and deliveries depend. A connection to the database that has died without a word is
 * given up after some seconds, not when the network gives it up; and statements go by the indexes, whatever the
 * statistics say: those of a queue that was looked at while it was empty make the planner read all of it for each row it
 * takes, just when a backlog has come. Since an index can be read whole too, a statement that is given some rows of a queue
 * also names them as a list: {@code order_no = any(?)}. Other work waits a little longer, and is planned as ever.
 */
@Component
public class HotPath {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(15);

    private final JdbcTemplate database;

    HotPath(JdbcTemplate database) {
        this.database = database;
    }

    /** Applies to the caller's transaction, and ends with it. */
    public void enter() {
        enter(LONGEST_ANSWER);
    }

    void enter(Duration longestAnswer) {
        database.execute((ConnectionCallback<Boolean>) connection -> {
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(longestAnswer.toMillis()));
            try (var statement = connection.createStatement()) {
                return statement.execute("set local enable_seqscan = off");
            }
        });
    }
}

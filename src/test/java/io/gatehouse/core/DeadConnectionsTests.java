package io.gatehouse.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

import io.gatehouse.ApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Connections that have died without a word … */
class DeadConnectionsTests extends ApplicationTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration SILENCE = Duration.ofSeconds(20);

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Flyway flyway;

    /** Some were used a moment ago, so that nobody looks at them again before they are used once more. */
    @Test
    @Timeout(120)
    void areReplacedWithinHalfAMinuteThoughAllOfThemDied() throws Exception {
        var size = database.unwrap(HikariDataSource.class).getMaximumPoolSize();
        assertThat(answers(size)).isEqualTo(size);
        var silent = jdbc.queryForList("""
                select pid from pg_stat_activity
                 where datname = current_database() and backend_type = 'client backend' and state = 'idle'
                """, Integer.class);
        assertThat(silent).hasSizeGreaterThanOrEqualTo(size - 2);

        try {
            signal("STOP", silent);
            var begin = System.nanoTime();
            await().atMost(LONGEST.multipliedBy(2)).until(() -> answers(size) == size);

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LONGEST);
        } finally {
            signal("CONT", silent);
        }
    }

    /** How many of so many who ask at the same moment are answered. */
    private int answers(int askers) throws Exception {
        var threads = Executors.newFixedThreadPool(askers);
        try {
            var asking = new ArrayList<Callable<Boolean>>();
            for (var asker = 0; asker < askers; asker++) {
                asking.add(this::isAnswered);
            }
            var answered = 0;
            for (var answer : threads.invokeAll(asking)) {
                answered += answer.get() ? 1 : 0;
            }
            return answered;
        } finally {
            threads.shutdown();
        }
    }

    private boolean isAnswered() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            return statement.execute("select pg_sleep(0.2)");
        } catch (SQLException e) {
            return false;
        }
    }

    @Test
    void areTakenForDeadAfterSomeSilenceUnlessTheSchemaIsChanged() throws SQLException {
        try (var connection = database.getConnection()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo((int) SILENCE.toMillis());
        }
        try (var connection = flyway.getConfiguration().getDataSource().getConnection()) {
            assertThat(connection.getNetworkTimeout()).isZero();
        }
        transaction.executeWithoutResult(status -> {
            LongWork.begin(jdbc);
            assertThat(timeout()).isZero();
        });
        assertThat(timeout()).isEqualTo((int) SILENCE.toMillis());
    }

    private int timeout() {
        return jdbc.execute((ConnectionCallback<Integer>) Connection::getNetworkTimeout);
    }

    private static void signal(String name, List<Integer> processes) {
        var command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(it -> command.add(it.toString()));
        try {
            // one that has ended meanwhile is reported, and of no interest
            new ProcessBuilder(command).start().onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

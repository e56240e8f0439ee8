package io.gatehouse.core;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import io.gatehouse.ApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The clock of the database … */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseClockTests extends ApplicationTest {

    private static final Duration NEXT_TO_NOTHING = Duration.ofMillis(250);

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcTemplate jdbc;

    private DatabaseClock on(DataSource source, Duration wrong) {
        return new DatabaseClock(source, Clock.offset(Clock.systemUTC(), wrong));
    }

    private Instant now() {
        return Objects.requireNonNull(jdbc.queryForObject("select clock_timestamp()", Timestamp.class))
                .toInstant();
    }

    private static Duration between(Instant one, Instant other) {
        return Duration.between(one, other).abs();
    }

    @Test
    void isTheSameOnMachinesWhoseOwnClocksAreMinutesApart() {

        var fast = on(database, Duration.ofMinutes(7));
        var slow = on(database, Duration.ofMinutes(-7));

        assertThat(between(fast.instant(), slow.instant())).isLessThan(NEXT_TO_NOTHING);
        assertThat(between(fast.instant(), now())).isLessThan(NEXT_TO_NOTHING);
        assertThat(fast.aheadOfMachine()).isCloseTo(Duration.ofMinutes(-7), NEXT_TO_NOTHING);
        assertThat(slow.aheadOfMachine()).isCloseTo(Duration.ofMinutes(7), NEXT_TO_NOTHING);
    }

    @Test
    void warnsOfAMachineThatIsFarOffOnce(CapturedOutput output) {

        var clock = on(database, Duration.ofMinutes(-7));
        clock.adjust();

        assertThat(output.getAll()).containsOnlyOnce("are 420 s apart");
    }

    @Test
    void goesOnWhileThereIsNoDatabase() {
        var source = new DelegatingDataSource(database) {

            private boolean away;

            @Override
            public Connection getConnection() throws SQLException {
                if (away) {
                    throw new SQLTransientConnectionException("The database is away");
                }
                return super.getConnection();
            }
        };
        var clock = on(source, Duration.ofHours(1));

        source.away = true;
        clock.adjust();

        assertThat(between(clock.instant(), now())).isLessThan(NEXT_TO_NOTHING);
    }
}

package io.gatehouse.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The time of the database, which all instances have in common; between two looks at it this machine's ticks are counted
 * on. So what is due, rests or is old is so for all instances alike, however wrong the clocks of their machines are, and
 * setting one of these moves nothing.
 */
public class DatabaseClock extends Clock {

    private static final Logger log = LoggerFactory.getLogger(DatabaseClock.class);
    private static final int LOOKS = 3;
    private static final Duration WORTH_A_WARNING = Duration.ofSeconds(10);

    private final JdbcTemplate database;
    private final Clock machine;
    private volatile Look last;
    private boolean warned;

    /** What the database's clock said, the ticks here at that moment, and by how much that may be wrong. */
    private record Look(Instant time, long ticks, Duration doubt) {

        Instant now() {
            return time.plusNanos(System.nanoTime() - ticks);
        }
    }

    /** @param machine the clock of this machine, which is compared only */
    public DatabaseClock(DataSource database, Clock machine) {
        this.database = new JdbcTemplate(database);
        this.machine = machine;
        this.last = look();
        compare();
    }

    /** Looks at the database's clock again. While there is no database, time goes on by the ticks. */
    @Scheduled(fixedDelayString = "PT10S")
    void adjust() {
        try {
            var look = look();
            if (Duration.between(look.now(), instant()).abs().compareTo(look.doubt()) > 0) {
                last = look;
            }
            compare();
        } catch (DataAccessException e) {
            log.debug("The clock of the database cannot be read: {}", e.getMessage());
        }
    }

    /** The best of a few: the quicker the answer, the less its time is in doubt. */
    private Look look() {
        var best = lookOnce();
        for (var i = 1; i < LOOKS; i++) {
            var look = lookOnce();
            best = look.doubt().compareTo(best.doubt()) < 0 ? look : best;
        }
        return best;
    }

    private Look lookOnce() {
        var before = System.nanoTime();
        var time = Objects.requireNonNull(database.queryForObject("select clock_timestamp()", OffsetDateTime.class));
        var half = (System.nanoTime() - before) / 2;
        return new Look(time.toInstant(), before + half, Duration.ofNanos(half));
    }

    private void compare() {
        var off = aheadOfMachine();
        var wrong = off.abs().compareTo(WORTH_A_WARNING) > 0;
        if (wrong && !warned) {
            log.warn(
                    "The clock of this machine and the database's, by which everything is done, are {} s apart",
                    off.abs().toSeconds());
        }
        warned = wrong;
    }

    /** How much later it is here than by the clock of this machine. */
    public Duration aheadOfMachine() {
        return Duration.between(machine.instant(), instant());
    }

    @Override
    public Instant instant() {
        return last.now();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Everything here reads UTC");
    }
}

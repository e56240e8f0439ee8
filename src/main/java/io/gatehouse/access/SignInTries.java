package io.gatehouse.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down whoever guesses passwords: ten tries at an account are free, and a hundred from an address; each one more
 * doubles the wait, up to a quarter of an hour. Names nobody has are treated alike, so that nothing is learnt from it.
 */
@Service
@Transactional
public class SignInTries {

    private static final int FREE_PER_ACCOUNT = 10;
    private static final int FREE_PER_ADDRESS = 100;
    private static final int LONGEST_KEY = 200;
    private static final long LONGEST_WAIT = Duration.ofMinutes(15).toSeconds();
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    /** In seconds; the second parameter of each use is how many tries are free. */
    private static final String WAIT = "case when tries < ? then 0 else least(2.0 ^ least(tries - ?, 20), ?) end";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    SignInTries(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Key(String text, int free) {}

    /**
     * Counts a try before its password is looked at.
     *
     * @return how long to wait before the next one is listened to; empty if this one is
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW) // counted also where the try ends in a refusal
    public Optional<Duration> begin(String account, String address) {
        var now = clock.instant();
        jdbc.update("delete from sign_in_try where last_at < ?", Timestamp.from(now.minus(FORGOTTEN_AFTER)));
        return keys(account, address)
                .flatMap(it -> wait(it, Timestamp.from(now)).stream())
                .findFirst();
    }

    /** The password was right. */
    public void succeeded(String account, String address) {
        var keys = keys(account, address).map(Key::text).toList();
        jdbc.update("delete from sign_in_try where key = ?", keys.get(0));
        jdbc.update("update sign_in_try set tries = greatest(tries - 1, 0) where key = ?", keys.get(1));
    }

    private Optional<Duration> wait(Key key, Timestamp now) {
        var counted = jdbc.update(
                """
                insert into sign_in_try (key, tries, last_at) values (?, 1, ?)
                on conflict (key) do update set tries = sign_in_try.tries + 1, last_at = excluded.last_at
                 where make_interval(secs => %s) <= greatest(excluded.last_at - sign_in_try.last_at, interval '0')
                """.formatted(WAIT.replace("tries", "sign_in_try.tries")),
                key.text(),
                now,
                key.free(),
                key.free(),
                LONGEST_WAIT);
        return counted == 1 ? Optional.empty() : Optional.of(left(key, now));
    }

    private Duration left(Key key, Timestamp now) {
        var seconds = jdbc.queryForList(
                "select ceil(%s - extract(epoch from ?::timestamptz - last_at)) from sign_in_try where key = ?"
                        .formatted(WAIT),
                Long.class,
                key.free(),
                key.free(),
                LONGEST_WAIT,
                now,
                key.text());
        return Duration.ofSeconds(Math.max(1, seconds.stream().findFirst().orElse(1L)));
    }

    private static Stream<Key> keys(String account, String address) {
        return List.of(
                new Key(cut("account " + account.strip().toLowerCase(Locale.ROOT)), FREE_PER_ACCOUNT),
                new Key(cut("address " + address), FREE_PER_ADDRESS))
                .stream();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_KEY ? text : text.substring(0, LONGEST_KEY);
    }
}

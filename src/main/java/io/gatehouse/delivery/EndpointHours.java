package io.gatehouse.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.LongWork;

/**
 * Success and answer times of the endpoints hour by hour. Whole hours are worked out once, when no attempt of theirs can
 * still come in; the rest is worked out when somebody looks.
 */
@Repository
class EndpointHours {

    /** By then whatever began in an hour has ended and is stored. */
    private static final Duration LATE = Duration.ofMinutes(10);

    /** A long standstill is made up for piece by piece. */
    private static final Duration MOST = Duration.ofDays(2);

    private static final String FIGURES = """
            select game, env, date_bin('1 hour', at, timestamptz '2000-01-01 00:00:00Z') as hour,
                   count(*) as attempts, count(*) filter (where outcome = 'ACKNOWLEDGED') as acknowledged,
                   percentile_disc(0.5) within group (order by millis) as p50,
                   percentile_disc(0.95) within group (order by millis) as p95,
                   percentile_disc(0.99) within group (order by millis) as p99
              from delivery_attempt
             where not mock and diagnosis <> 'NOT_SENT' and at >= ? and at < ?
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    EndpointHours(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Works out the hours that are over. Two instances that do so at once come to the same. */
    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
    @Transactional
    public void roll() {
        var from = rolledUntil();
        var until = clock.instant().minus(LATE).truncatedTo(ChronoUnit.HOURS);
        if (from == null || !from.isBefore(until)) {
            return;
        }
        LongWork.begin(jdbc);
        var end = from.plus(MOST).isBefore(until) ? from.plus(MOST) : until;
        jdbc.update(
                "insert into delivery_endpoint_hour (game, env, hour, attempts, acknowledged, p50, p95, p99) " + FIGURES
                        + " group by 1, 2, 3 on conflict do nothing",
                Timestamp.from(from),
                Timestamp.from(end));
    }

    /** The begin of the first attempt that lies in no stored hour; null without any. */
    private @Nullable Instant rolledUntil() {
        var last = last();
        var first = jdbc.queryForObject(
                "select min(at) from delivery_attempt where at >= ?", Timestamp.class, Timestamp.from(last));
        return first == null ? null : first.toInstant().truncatedTo(ChronoUnit.HOURS);
    }

    private Instant last() {
        var last = jdbc.queryForObject("select max(hour) from delivery_endpoint_hour", Timestamp.class);
        return last == null ? Instant.EPOCH : last.toInstant().plus(1, ChronoUnit.HOURS);
    }

    /** The hours of an endpoint with attempts, in their order. */
    List<EndpointHour> of(Endpoint endpoint, Instant from) {
        var live = last().isBefore(from) ? from : last();
        return jdbc.query(
                """
                select hour, attempts, acknowledged, p50, p95, p99 from delivery_endpoint_hour
                 where game = ? and env = ? and hour >= ?
                 union all
                select hour, attempts, acknowledged, p50, p95, p99 from (%s and game = ? and env = ? group by 1, 2, 3) live
                 order by hour
                """.formatted(FIGURES),
                (row, number) -> hour(row),
                endpoint.game().value(),
                endpoint.env().number(),
                Timestamp.from(from),
                Timestamp.from(live),
                Timestamp.from(clock.instant().plusSeconds(1)),
                endpoint.game().value(),
                endpoint.env().number());
    }

    private static EndpointHour hour(ResultSet row) throws SQLException {
        return new EndpointHour(
                row.getTimestamp("hour").toInstant(),
                row.getLong("attempts"),
                row.getLong("acknowledged"),
                row.getInt("p50"),
                row.getInt("p95"),
                row.getInt("p99"));
    }
}

package io.gatehouse.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Columns;
import io.gatehouse.core.Env;

/** Success, latency and backlog of a game's endpoints. */
@Service
@Transactional(readOnly = true)
public class EndpointHealths {

    private static final int HOURS_OF_A_DAY = 24;

    /** So many say enough about a day, and none of a million has to be waited for. */
    private static final int SAMPLE = 100_000;

    private static final int EVENTS = 20;

    private final JdbcTemplate jdbc;
    private final EndpointStates states;
    private final EndpointHours byHour;
    private final EndpointEvents events;
    private final Clock clock;

    EndpointHealths(
            JdbcTemplate jdbc, EndpointStates states, EndpointHours byHour, EndpointEvents events, Clock clock) {
        this.jdbc = jdbc;
        this.states = states;
        this.byHour = byHour;
        this.events = events;
        this.clock = clock;
    }

    /** Of URL and Test URL during the last day; none before the configuration is saved. */
    public List<EndpointHealth> of(AppId game) {
        return Arrays.stream(Env.values())
                .flatMap(it -> of(game, it, HOURS_OF_A_DAY).stream())
                .toList();
    }

    /** Of one of them during so many hours. */
    public Optional<EndpointHealth> of(AppId game, Env env, int hours) {
        return states.find(new Endpoint(game, env)).map(it -> health(it, from(hours)));
    }

    private Instant from(int hours) {
        return clock.instant().truncatedTo(ChronoUnit.HOURS).minus(hours - 1L, ChronoUnit.HOURS);
    }

    /** What it did hour by hour, how it failed, and what happened to it. */
    public EndpointHistory history(AppId game, Env env, int hours) {
        var endpoint = new Endpoint(game, env);
        var from = from(hours);
        var known = byHour.of(endpoint, from).stream().collect(Collectors.toMap(EndpointHour::at, Function.identity()));
        var all = IntStream.range(0, hours)
                .mapToObj(it -> from.plus(it, ChronoUnit.HOURS))
                .map(it -> known.getOrDefault(it, EndpointHour.none(it)))
                .toList();
        return new EndpointHistory(from, all, failures(endpoint, from), events.latest(endpoint, EVENTS));
    }

    private List<FailureCount> failures(Endpoint endpoint, Instant from) {
        return jdbc
                .query(
                        """
                select latest.*, body_of_notification(notification) as body
                  from (select distinct on (diagnosis) diagnosis, detail, order_no, at, notification,
                               count(*) over (partition by diagnosis) as count
                          from delivery_attempt
                         where game = ? and env = ? and at >= ? and outcome <> 'ACKNOWLEDGED' and not mock
                         order by diagnosis, at desc, id desc) latest
                """,
                        (row, number) -> new FailureCount(
                                Diagnosis.valueOf(row.getString("diagnosis")).key(),
                                row.getString("detail"),
                                row.getLong("count"),
                                row.getTimestamp("at").toInstant(),
                                row.getString("order_no"),
                                Form.of(row.getString("body"))),
                        endpoint.game().value(),
                        endpoint.env().number(),
                        Timestamp.from(from))
                .stream()
                .sorted(Comparator.comparingLong(FailureCount::count).reversed())
                .toList();
    }

    private EndpointHealth health(EndpointStates.State state, Instant from) {
        return jdbc.queryForObject(
                """
                select a.count, a.acknowledged, a.p50, a.p95, a.p99, w.waiting, w.oldest, w.due
                  from (select count(*), count(*) filter (where outcome = 'ACKNOWLEDGED') as acknowledged,
                               percentile_disc(0.5) within group (order by millis) as p50,
                               percentile_disc(0.95) within group (order by millis) as p95,
                               percentile_disc(0.99) within group (order by millis) as p99
                          from (select outcome, millis from delivery_attempt
                                 where game = ? and env = ? and at >= ? and not mock and diagnosis <> 'NOT_SENT'
                                 order by at desc limit %d) latest) a,
                       (select count(*) as waiting, min(enqueued_at) as oldest, min(due_at) as due
                          from notification_outbox where game = ? and env = ? and not in_hand) w
                """.formatted(SAMPLE),
                (row, number) -> health(row, state),
                state.endpoint().game().value(),
                state.endpoint().env().number(),
                Timestamp.from(from),
                state.endpoint().game().value(),
                state.endpoint().env().number());
    }

    private static EndpointHealth health(ResultSet row, EndpointStates.State state) throws SQLException {
        var phase = phase(state);
        var last = state.lastDiagnosis();
        return new EndpointHealth(
                state.endpoint().env(),
                phase,
                row.getLong("count"),
                row.getLong("acknowledged"),
                row.getObject("p50", Integer.class),
                row.getObject("p95", Integer.class),
                row.getObject("p99", Integer.class),
                row.getLong("waiting"),
                Columns.instant(row, "oldest"),
                since(state, phase),
                last == null ? null : Diagnosis.valueOf(last).key(),
                nextProbe(state, row.getLong("waiting"), Columns.instant(row, "due")));
    }

    private static @Nullable Instant nextProbe(EndpointStates.State state, long waiting, @Nullable Instant due) {
        var restsUntil = state.restsUntil();
        if (restsUntil == null || due == null) {
            return null;
        }
        return waiting < Poller.LONG_QUEUE && due.isAfter(restsUntil) ? due : restsUntil;
    }

    private static EndpointHealth.Phase phase(EndpointStates.State state) {
        if (state.offSince() != null) {
            return EndpointHealth.Phase.OFF;
        }
        if (state.restingSince() != null) {
            return EndpointHealth.Phase.RESTING;
        }
        if (state.recoveringSince() != null) {
            return EndpointHealth.Phase.RECOVERING;
        }
        return state.failingSince() != null ? EndpointHealth.Phase.FAILING : EndpointHealth.Phase.WORKING;
    }

    private static @Nullable Instant since(EndpointStates.State state, EndpointHealth.Phase phase) {
        return switch (phase) {
            case OFF -> state.offSince();
            case RESTING -> state.restingSince();
            case RECOVERING -> state.recoveringSince();
            case FAILING -> state.failingSince();
            case WORKING -> null;
        };
    }
}

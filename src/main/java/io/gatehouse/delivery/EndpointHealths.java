package io.gatehouse.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;

/** Success, latency and backlog of a game's endpoints. */
@Service
@Transactional(readOnly = true)
public class EndpointHealths {

    private static final Duration SPAN = Duration.ofHours(24);

    private final JdbcTemplate jdbc;
    private final EndpointStates states;
    private final Clock clock;

    EndpointHealths(JdbcTemplate jdbc, EndpointStates states, Clock clock) {
        this.jdbc = jdbc;
        this.states = states;
        this.clock = clock;
    }

    /** Of URL and Test URL; none before the configuration is saved. */
    public List<EndpointHealth> of(AppId game) {
        return Arrays.stream(Env.values())
                .flatMap(it -> states.find(new Endpoint(game, it)).stream())
                .map(this::health)
                .toList();
    }

    private EndpointHealth health(EndpointStates.State state) {
        return jdbc.queryForObject(
                """
                select a.count, a.acknowledged, a.p50, a.p95, a.p99, w.waiting, w.oldest
                  from (select count(*), count(*) filter (where outcome = 'ACKNOWLEDGED') as acknowledged,
                               percentile_disc(0.5) within group (order by millis) as p50,
                               percentile_disc(0.95) within group (order by millis) as p95,
                               percentile_disc(0.99) within group (order by millis) as p99
                          from delivery_attempt where game = ? and env = ? and at >= ? and not mock) a,
                       (select count(*) as waiting, min(enqueued_at) as oldest
                          from notification_outbox where game = ? and env = ?) w
                """,
                (row, number) -> health(row, state),
                state.endpoint().game().value(),
                state.endpoint().env().number(),
                Timestamp.from(clock.instant().minus(SPAN)),
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
                state.restsUntil());
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

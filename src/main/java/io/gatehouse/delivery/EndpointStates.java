package io.gatehouse.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Columns;
import io.gatehouse.core.Env;
import io.gatehouse.core.Username;

/** How the endpoints are doing, shared by all instances. Always within the caller's transaction. */
@Repository
class EndpointStates {

    private final JdbcTemplate jdbc;
    private final EndpointEvents events;

    EndpointStates(JdbcTemplate jdbc, EndpointEvents events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** One endpoint's state; every time is null while it does not apply. */
    record State(
            Endpoint endpoint,
            @Nullable Instant failingSince,
            @Nullable String lastDiagnosis,
            int alerts,
            @Nullable Instant firstAlertAt,
            @Nullable Instant offSince,
            @Nullable Instant restingSince,
            @Nullable Instant restsUntil,
            @Nullable Instant recoveringSince) {}

    private static final String COLUMNS =
            "game, env, failing_since, last_diagnosis, alerts, first_alert_at, off_since, resting_since, rests_until, recovering_since";

    /** A saved configuration's two endpoints; known ones are given a fresh start. */
    void open(AppId game, Username by, Instant at) {
        jdbc.query(
                        "select game, env from delivery_endpoint where game = ? and off_since is not null for update",
                        (row, number) -> endpoint(row),
                        game.value())
                .forEach(it -> events.add(it, at, EndpointEvent.What.ON, by.value()));
        for (var env : Env.values()) {
            jdbc.update("""
                    insert into delivery_endpoint (game, env) values (?, ?)
                    on conflict (game, env) do update set off_since = null, off_told = false, rests_until = least(delivery_endpoint.rests_until, now())
                    """, game.value(), env.number());
        }
    }

    /** It has answered with success. */
    void succeeded(Endpoint endpoint, Instant at) {
        var lifted = jdbc.queryForList(
                """
                with before as (
                    select game, env, resting_since is not null as rested from delivery_endpoint
                     where game = ? and env = ? and (failing_since is not null or resting_since is not null) for update)
                update delivery_endpoint e
                   set recovering_since = case when before.rested then ?::timestamptz else e.recovering_since end,
                       failing_since = null, alerts = 0, resting_since = null, rests_until = null
                  from before where e.game = before.game and e.env = before.env
                returning before.rested
                """, Boolean.class, endpoint.game().value(), endpoint.env().number(), Timestamp.from(at));
        if (lifted.contains(true)) {
            events.add(endpoint, at, EndpointEvent.What.LIFTED, "");
        }
    }

    /** It has failed; a rest that was on goes on. */
    void failed(Endpoint endpoint, Instant at, Diagnosis diagnosis, Duration rest) {
        jdbc.update(
                """
                update delivery_endpoint
                   set failing_since = coalesce(failing_since, ?), failed_at = ?, last_diagnosis = ?,
                       rests_until = case when resting_since is not null then ?::timestamptz end
                 where game = ? and env = ?
                """,
                Timestamp.from(at),
                Timestamp.from(at),
                diagnosis.name(),
                Timestamp.from(at.plus(rest)),
                endpoint.game().value(),
                endpoint.env().number());
    }

    /** Gives it a rest, unless it has one. */
    void rest(Endpoint endpoint, Instant at, Duration rest) {
        var begun = jdbc.queryForList(
                """
                update delivery_endpoint set resting_since = ?, rests_until = ?, recovering_since = null
                 where game = ? and env = ? and resting_since is null returning last_diagnosis
                """,
                String.class,
                Timestamp.from(at),
                Timestamp.from(at.plus(rest)),
                endpoint.game().value(),
                endpoint.env().number());
        begun.forEach(it -> events.add(
                endpoint,
                at,
                EndpointEvent.What.RESTED,
                it == null ? "" : Diagnosis.valueOf(it).key()));
    }

    /** What was held back meanwhile has not waited for those that rest: their rest begins anew, with a probe at once. */
    void restAnew(AppId game, Instant at) {
        jdbc.update(
                "update delivery_endpoint set resting_since = ?, rests_until = ? where game = ? and resting_since is not null",
                Timestamp.from(at),
                Timestamp.from(at),
                game.value());
    }

    /** Nothing more is sent to it until somebody switches it on again. */
    void switchOff(Endpoint endpoint, Instant at) {
        var changed = jdbc.update(
                "update delivery_endpoint set off_since = ?, off_told = false where game = ? and env = ? and off_since is null",
                Timestamp.from(at),
                endpoint.game().value(),
                endpoint.env().number());
        if (changed > 0) {
            events.add(endpoint, at, EndpointEvent.What.OFF, "");
        }
    }

    /**
     * Those whose rest is over and for which something is due or a long queue waits, each for one instance only: a game that
     * was given up long ago is not asked about again and again.
     */
    List<Endpoint> rested(Instant now, int longQueue) {
        return jdbc.query(
                """
                select e.game, e.env from delivery_endpoint e
                 where e.resting_since is not null and e.rests_until <= ? and e.off_since is null
                   and (exists (select from notification_outbox o
                                 where o.game = e.game and o.env = e.env and not o.in_hand and o.due_at <= ?)
                     or (select count(*) from (select from notification_outbox o
                          where o.game = e.game and o.env = e.env and not o.in_hand limit ?) few) >= ?)
                   for update of e skip locked
                """, (row, number) -> endpoint(row), Timestamp.from(now), Timestamp.from(now), longQueue, longQueue);
    }

    /** One has been sent to it during its rest; the next is a rest away. */
    void probed(Endpoint endpoint, Instant restsUntil) {
        jdbc.update(
                "update delivery_endpoint set rests_until = ? where game = ? and env = ?",
                Timestamp.from(restsUntil),
                endpoint.game().value(),
                endpoint.env().number());
    }

    /** Ends the recovery of those whose queue of the bad time is through. */
    void endRecoveries(Instant now) {
        jdbc.query("""
                update delivery_endpoint e set recovering_since = null
                 where e.recovering_since is not null and not exists (
                       select from notification_outbox o
                        where o.game = e.game and o.env = e.env and not o.in_hand
                          and o.last_try_at < e.recovering_since)
                returning e.game, e.env
                """, (row, number) -> endpoint(row))
                .forEach(it -> events.add(it, now, EndpointEvent.What.RECOVERED, ""));
    }

    /** Those about which somebody may have to be told. */
    List<State> failing(int allAlerts) {
        return jdbc.query(
                "select " + COLUMNS
                        + " from delivery_endpoint where failing_since is not null and alerts < ? for update skip locked",
                (row, number) -> state(row),
                allAlerts);
    }

    /** Those that were switched off and nobody has been told yet; from now on somebody has. */
    List<State> newlyOff() {
        return jdbc.query(
                "update delivery_endpoint set off_told = true where off_since is not null and not off_told returning "
                        + COLUMNS,
                (row, number) -> state(row));
    }

    void alerted(Endpoint endpoint, int alerts, @Nullable Instant firstAlertAt) {
        jdbc.update(
                "update delivery_endpoint set alerts = ?, first_alert_at = coalesce(?, first_alert_at) where game = ? and env = ?",
                alerts,
                firstAlertAt == null ? null : Timestamp.from(firstAlertAt),
                endpoint.game().value(),
                endpoint.env().number());
    }

    Optional<State> find(Endpoint endpoint) {
        return jdbc
                .query(
                        "select " + COLUMNS + " from delivery_endpoint where game = ? and env = ?",
                        (row, number) -> state(row),
                        endpoint.game().value(),
                        endpoint.env().number())
                .stream()
                .findFirst();
    }

    private static Endpoint endpoint(ResultSet row) throws SQLException {
        return new Endpoint(new AppId(row.getString("game")), Env.of(row.getInt("env")));
    }

    private static State state(ResultSet row) throws SQLException {
        return new State(
                endpoint(row),
                Columns.instant(row, "failing_since"),
                row.getString("last_diagnosis"),
                row.getInt("alerts"),
                Columns.instant(row, "first_alert_at"),
                Columns.instant(row, "off_since"),
                Columns.instant(row, "resting_since"),
                Columns.instant(row, "rests_until"),
                Columns.instant(row, "recovering_since"));
    }
}

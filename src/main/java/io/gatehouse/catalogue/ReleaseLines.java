package io.gatehouse.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import io.gatehouse.catalogue.ReleaseFacts.PricedChange;
import io.gatehouse.catalogue.ReleaseLine.Outcome;
import io.gatehouse.core.Money;
import io.gatehouse.core.Username;

/** The lines of all release requests, read and written for a whole request at a time. */
@Repository
class ReleaseLines {

    private final JdbcTemplate jdbc;

    ReleaseLines(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(String request, Collection<Item> items) {
        jdbc.batchUpdate(
                "insert into release_line (request, item, code, version, before) values (?, ?, ?, ?, ?)",
                items,
                500,
                (statement, it) -> {
                    statement.setString(1, request);
                    statement.setObject(2, it.id());
                    statement.setString(3, it.code());
                    statement.setInt(4, it.current());
                    statement.setObject(5, it.released().orElse(null));
                });
    }

    List<ReleaseLine> of(String request) {
        return jdbc.query("select * from release_line where request = ? order by code", this::row, request);
    }

    /** Keeps what a reviewer says of some lines. */
    void judge(String request, boolean again, Map<String, Verdict> verdicts, Username by, Instant at) {
        jdbc.batchUpdate(
                again
                        ? "update release_line set again_verdict = ?, again_note = ?, again_by = ?, again_at = ?"
                                + " where request = ? and code = ?"
                        : "update release_line set verdict = ?, note = ?, decided_by = ?, decided_at = ?"
                                + " where request = ? and code = ?",
                verdicts.entrySet(),
                500,
                (statement, it) -> {
                    statement.setString(1, it.getValue().approve() ? "APPROVED" : "REJECTED");
                    statement.setString(2, it.getValue().note());
                    statement.setString(3, by.value());
                    statement.setTimestamp(4, Timestamp.from(at));
                    statement.setString(5, request);
                    statement.setString(6, it.getKey());
                });
    }

    void approveAsExempt(String request) {
        jdbc.update(
                "update release_line set exempt = true, verdict = 'APPROVED', outcome = 'APPROVED' where request = ?",
                request);
    }

    void settle(String request, Collection<String> codes, Outcome outcome) {
        jdbc.update(
                "update release_line set outcome = ? where request = ? and code = any(?)",
                outcome.name(),
                request,
                codes.toArray(String[]::new));
    }

    boolean isExempt(String request) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select coalesce(bool_or(exempt), false) from release_line where request = ?", Boolean.class, request));
    }

    /** What each item costs under that request, beside what it cost before. */
    Map<String, PricedChange> prices(String request) {
        var prices = new HashMap<String, PricedChange>();
        jdbc.query(
                """
                select l.code, a.price, a.currency, b.price as old_price, b.currency as old_currency
                from release_line l
                join item_version a on a.item = l.item and a.number = l.version
                left join item_version b on b.item = l.item and b.number = l.before
                where l.request = ?
                """,
                row -> {
                    var before = row.getString("old_currency");
                    prices.put(
                            row.getString("code"),
                            new PricedChange(
                                    before == null ? null : Money.of(row.getLong("old_price"), before),
                                    Money.of(row.getLong("price"), row.getString("currency"))));
                },
                request);
        return prices;
    }

    /** The versions of a request: what is asked for, and what sold before; by item and number. */
    List<ItemVersion> versions(String request) {
        return jdbc.query("""
                select v.* from release_line l
                join item_version v on v.item = l.item and (v.number = l.version or v.number = l.before)
                where l.request = ?
                """, ItemVersions::row, request);
    }

    /** Those who made the versions that are asked for. */
    List<Username> editors(String request) {
        return jdbc.query("""
                select distinct v.made_by from release_line l
                join item_version v on v.item = l.item and v.number = l.version where l.request = ?
                """, (row, index) -> new Username(row.getString("made_by")), request);
    }

    /** Decisions on the same items under other requests, newest first. */
    List<EarlierDecision> earlier(String request) {
        return jdbc.query("""
                select l.code, l.request, l.version, l.outcome, l.exempt,
                       coalesce(l.again_by, l.decided_by) as by, coalesce(l.again_at, l.decided_at) as at,
                       case when l.again_verdict = 'REJECTED' then l.again_note else l.note end as note
                from release_line l
                where l.request <> ? and l.outcome in ('RELEASED', 'REJECTED')
                  and l.item in (select item from release_line where request = ?)
                order by at desc nulls last
                """, (row, index) -> earlier(row), request, request);
    }

    private static EarlierDecision earlier(ResultSet row) throws SQLException {
        var by = row.getString("by");
        var at = row.getTimestamp("at");
        return new EarlierDecision(
                row.getString("code"),
                row.getString("request"),
                row.getInt("version"),
                "RELEASED".equals(row.getString("outcome")),
                row.getBoolean("exempt"),
                by == null ? null : new Username(by),
                at == null ? null : at.toInstant(),
                row.getString("note"));
    }

    private ReleaseLine row(ResultSet row, int index) throws SQLException {
        return new ReleaseLine(
                row.getObject("item", UUID.class),
                row.getString("code"),
                row.getInt("version"),
                number(row, "before"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("verdict"),
                row.getString("note"),
                row.getString("decided_by"),
                row.getString("again_verdict"),
                row.getString("again_note"));
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        var value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}

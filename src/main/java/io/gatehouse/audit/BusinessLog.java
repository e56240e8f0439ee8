package io.gatehouse.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.LongWork;
import io.gatehouse.core.Page;

/** The business log: everything that was done, in the order it was done, and the proof that nobody changed it since. */
@Service
@Transactional(readOnly = true)
public class BusinessLog {

    private static final int PAGE = 50;
    private static final int MOST_KEYS = 5000;

    private static final String LATEST_ROWS =
            "select id, request from business_log log where %s and request is not null %s order by id desc limit 50000";
    private static final int MOST_OF_A_CASE = 2000;

    private static final String LINES = """
            select log.*, seal.position, seal.hash
            from business_log log left join lateral (
                select batch.first_position + place - 1 as position, encode(batch.hashes[place], 'hex') as hash
                from business_log_batch batch, array_position(batch.entries, log.id) as place
                where batch.span @> log.id and place is not null) seal on true
            """;

    private final NamedParameterJdbcTemplate jdbc;
    private final Links links;
    private final Heads heads;
    private final Clock clock;
    private final AtomicReference<@Nullable Verdict> latest = new AtomicReference<>();

    BusinessLog(NamedParameterJdbcTemplate jdbc, Links links, Heads heads, Clock clock) {
        this.jdbc = jdbc;
        this.links = links;
        this.heads = heads;
        this.clock = clock;
    }

    /**
     * Finds rows, the latest first.
     *
     * @param after the {@link Page#next()} of the page before; null for the first one
     */
    public Page<LogLine> find(LogFilter filter, @Nullable Long after) {
        var sql = new StringBuilder(LINES).append("where true");
        var parameters = new MapSqlParameterSource();
        narrow(
                sql,
                parameters,
                " and log.type like :type",
                "type",
                filter.type() == null ? null : escape(filter.type()) + "%");
        narrow(sql, parameters, " and log.actor = :actor", "actor", filter.actor());
        narrow(sql, parameters, " and log.game = :game", "game", filter.game());
        narrow(sql, parameters, " and log.request = :request", "request", filter.request());
        narrow(sql, parameters, " and log.occurred_at >= :from", "from", time(filter.from()));
        narrow(sql, parameters, " and log.occurred_at < :to", "to", time(filter.to()));
        narrow(sql, parameters, " and log.id < :after", "after", after);
        sql.append(" order by log.id desc limit ").append(PAGE + 1);
        return Page.of(
                jdbc.query(sql.toString(), parameters, Rows.LINE),
                PAGE,
                it -> Long.toString(it.entry().id()));
    }

    /** All rows of a case, oldest first; of a case with more than 2000, the first 2000. */
    public List<LogLine> of(String request) {
        return jdbc.query(
                LINES + "where log.request = :request order by log.id limit " + MOST_OF_A_CASE,
                Map.of("request", request),
                Rows.LINE);
    }

    /**
     * The numbers of the cases in which that person acted: the latest 5000 among the latest 50,000 rows.
     *
     * @param orders whether orders count of which only the payment and the delivery stand in the log: most are
     */
    Set<String> casesOf(String actor, boolean orders) {
        return cases(LATEST_ROWS.formatted("actor = :actor", among(orders)), Map.of("actor", actor));
    }

    /** The same of those that concern those games, each with its latest 50,000 rows. */
    Set<String> casesIn(Collection<String> games, boolean orders) {
        return games.isEmpty()
                ? Set.of()
                : cases(
                        "select it.* from unnest(:games) wanted (game) cross join lateral ("
                                + LATEST_ROWS.formatted("log.game = wanted.game", among(orders)) + ") it",
                        Map.of("games", games.toArray(String[]::new)));
    }

    private static String among(boolean orders) {
        return orders ? "" : "and log.type not in ('order.paid', 'order.confirmed')";
    }

    private Set<String> cases(String rows, Map<String, ?> parameters) {
        return new LinkedHashSet<>(jdbc.queryForList(
                "select request from (" + rows + ") latest group by request order by max(id) desc limit " + MOST_KEYS,
                parameters,
                String.class));
    }

    /** Which game each of these cases concerns, as far as one is known. */
    Map<String, String> games(Collection<String> requests) {
        var games = new LinkedHashMap<String, String>();
        if (!requests.isEmpty()) {
            jdbc.query("""
                    select distinct on (request) request, game from business_log
                    where request in (:requests) and game is not null order by request, id
                    """, Map.of("requests", requests), row -> {
                games.put(row.getString("request"), row.getString("game"));
            });
        }
        return games;
    }

    /** Checks the whole chain against every head that was written out, and keeps the result. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Verdict verify() {
        LongWork.begin(jdbc.getJdbcTemplate());
        var verifier = new Verifier(heads.all());
        links.read(0, Long.MAX_VALUE, verifier::check);
        var verdict = verifier.verdict(clock.instant()).waiting(links.waiting(), forgotten(verifier));
        latest.set(verdict);
        return verdict;
    }

    /** What {@link #verify()} found the last time in this instance; null if nobody has asked since it started. */
    public @Nullable Verdict latestVerdict() {
        return latest.get();
    }

    /** Where the heads are written. */
    public String headsFile() {
        return heads.file().toString();
    }

    private @Nullable Fault forgotten(Verifier verifier) {
        return links.forgotten()
                .map(entry -> Fault.at(Fault.Kind.NEVER_SEALED, verifier.position() + 1, entry))
                .orElse(null);
    }

    private static void narrow(
            StringBuilder sql,
            MapSqlParameterSource parameters,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            parameters.addValue(name, value);
        }
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}

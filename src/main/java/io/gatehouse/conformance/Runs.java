package io.gatehouse.conformance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Columns;
import io.gatehouse.core.Username;
import io.gatehouse.delivery.Form;

/** The runs that were made, with their reports. */
@Repository
class Runs {

    private static final String RUN = """
            select r.*, count(*) filter (where l.verdict = 'PASSED') as passed,
                   count(*) filter (where l.verdict = 'ADVISED') as advised,
                   count(*) filter (where l.verdict = 'FAILED') as failed,
                   count(*) filter (where l.verdict = 'SKIPPED') as skipped
              from conformance_run r left join conformance_line l on l.run = r.id
            """;

    private final JdbcClient db;

    Runs(JdbcClient db) {
        this.db = db;
    }

    /** False while another one of that game is under way. */
    boolean begin(Run run) {
        return db.sql("""
                        insert into conformance_run (id, game, url, form, kind, item, player, started_by, started_at, ends_by, state)
                        values (:id, :game, :url, :form, :kind, :item, :player, :by, :at, :end, 'RUNNING')
                        on conflict do nothing
                        """)
                        .param("id", run.id())
                        .param("game", run.game().value())
                        .param("url", run.url())
                        .param("form", run.form().name())
                        .param("kind", run.wish().kind().name())
                        .param("item", run.wish().item())
                        .param("player", run.wish().player())
                        .param("by", run.startedBy().value())
                        .param("at", Timestamp.from(run.startedAt()))
                        .param("end", Timestamp.from(run.endsBy()))
                        .update()
                == 1;
    }

    /** Gives up the one whose time is over: the instance that made it is gone. */
    void cutOff(AppId game, Instant now) {
        db.sql("update conformance_run set state = 'CUT_OFF', finished_at = ends_by"
                        + " where game = :game and state = 'RUNNING' and ends_by < :now")
                .param("game", game.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** False if it was given up meanwhile. */
    boolean finish(UUID id, Run.State state, Instant at) {
        return db.sql("update conformance_run set state = :state, finished_at = :at"
                                + " where id = :id and state = 'RUNNING'")
                        .param("state", state.name())
                        .param("at", Timestamp.from(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    void add(UUID run, Finding finding) {
        var position = finding.check().ordinal();
        db.sql("insert into conformance_line (run, position, check_name, note, verdict) values (?, ?, ?, ?, ?)")
                .params(
                        run,
                        position,
                        finding.check().name(),
                        finding.note().name(),
                        finding.verdict().name())
                .update();
        var number = 0;
        for (var exchange : finding.exchanges()) {
            add(run, position, number++, exchange);
        }
    }

    private void add(UUID run, int position, int number, Exchange exchange) {
        db.sql("insert into conformance_exchange (run, position, number, label, request, " + Replies.COLUMNS
                        + ") values (:run, :position, :number, :label, :request, " + Replies.PLACES + ")")
                .param("run", run)
                .param("position", position)
                .param("number", number)
                .param("label", exchange.label())
                .param("request", exchange.request())
                .params(Replies.values(exchange.reply()))
                .update();
    }

    List<Run> latest(AppId game, int most) {
        return db.sql(RUN + " where r.game = :game group by r.id order by r.started_at desc limit :most")
                .param("game", game.value())
                .param("most", most)
                .query(Runs::run)
                .list();
    }

    Optional<Run> find(UUID id) {
        return db.sql(RUN + " where r.id = :id group by r.id")
                .param("id", id)
                .query(Runs::run)
                .optional();
    }

    List<Finding> findings(UUID run) {
        var exchanges = new TreeMap<Integer, List<Exchange>>();
        db.sql("select * from conformance_exchange where run = :run order by position, number")
                .param("run", run)
                .query((row, index) -> Map.entry(row.getInt("position"), exchange(row)))
                .list()
                .forEach(it -> exchanges
                        .computeIfAbsent(it.getKey(), position -> new ArrayList<>())
                        .add(it.getValue()));
        return db
                .sql("select * from conformance_line where run = :run")
                .param("run", run)
                .query((row, index) -> new Finding(
                        Check.valueOf(row.getString("check_name")),
                        Note.valueOf(row.getString("note")),
                        exchanges.getOrDefault(row.getInt("position"), List.of())))
                .list()
                .stream()
                .sorted(Comparator.comparing(Finding::check))
                .toList();
    }

    private static Exchange exchange(ResultSet row) throws SQLException {
        return new Exchange(row.getString("label"), row.getString("request"), Replies.read(row));
    }

    private static Run run(ResultSet row, int index) throws SQLException {
        var counts = new EnumMap<Verdict, Integer>(Verdict.class);
        counts.put(Verdict.PASSED, row.getInt("passed"));
        counts.put(Verdict.ADVISED, row.getInt("advised"));
        counts.put(Verdict.FAILED, row.getInt("failed"));
        counts.put(Verdict.SKIPPED, row.getInt("skipped"));
        return new Run(
                row.getObject("id", UUID.class),
                new AppId(row.getString("game")),
                row.getString("url"),
                Form.valueOf(row.getString("form")),
                new Wish(Wish.Kind.valueOf(row.getString("kind")), row.getString("item"), row.getString("player")),
                new Username(row.getString("started_by")),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("ends_by").toInstant(),
                Columns.instant(row, "finished_at"),
                Run.State.valueOf(row.getString("state")),
                counts);
    }
}

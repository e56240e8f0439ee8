package io.gatehouse.conformance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Username;

/** What was sent from the laboratory. */
@Repository
class Replays {

    private final JdbcClient db;

    Replays(JdbcClient db) {
        this.db = db;
    }

    void add(Replay replay) {
        db.sql("insert into conformance_replay (id, game, attempt, alteration, subject, value, sent_by, url, request, "
                        + Replies.COLUMNS
                        + ") values (:id, :game, :attempt, :kind, :subject, :value, :by, :url, :request, "
                        + Replies.PLACES + ")")
                .param("id", replay.id())
                .param("game", replay.game().value())
                .param("attempt", replay.attempt())
                .param("kind", replay.change().kind().name())
                .param("subject", replay.change().subject())
                .param("value", replay.change().value())
                .param("by", replay.sentBy().value())
                .param("url", replay.url())
                .param("request", replay.exchange().request())
                .params(Replies.values(replay.exchange().reply()))
                .update();
    }

    Optional<Replay> find(AppId game, UUID id) {
        return db.sql("select * from conformance_replay where game = ? and id = ?")
                .params(game.value(), id)
                .query(Replays::replay)
                .optional();
    }

    List<Replay> of(AppId game, long attempt, int most) {
        return db.sql("select * from conformance_replay where game = ? and attempt = ? order by at desc limit ?")
                .params(game.value(), attempt, most)
                .query(Replays::replay)
                .list();
    }

    private static Replay replay(ResultSet row, int index) throws SQLException {
        return new Replay(
                row.getObject("id", UUID.class),
                new AppId(row.getString("game")),
                row.getLong("attempt"),
                new Change(
                        Change.Kind.valueOf(row.getString("alteration")),
                        row.getString("subject"),
                        row.getString("value")),
                new Username(row.getString("sent_by")),
                row.getString("url"),
                new Exchange("replay", row.getString("request"), Replies.read(row)));
    }
}

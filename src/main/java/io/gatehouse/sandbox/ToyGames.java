package io.gatehouse.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The toy game servers. */
@Repository
@Profile("sandbox")
class ToyGames {

    private static final int BESIDE = 8;

    private final JdbcClient db;

    ToyGames(JdbcClient db) {
        this.db = db;
    }

    void add(String appId, String name, String secret) {
        db.sql("insert into toy_game (app_id, name, app_secret, mood) values (?, ?, ?, 'WELL') on conflict do nothing")
                .params(appId, name, secret)
                .update();
    }

    /** That one and some others, by name. */
    List<ToyGame> beside(String appId) {
        return db.sql("select * from (select * from toy_game order by app_id <> ?, name limit ?) it order by name")
                .params(appId, BESIDE)
                .query(ToyGames::row)
                .list();
    }

    Optional<ToyGame> first() {
        return db.sql("select * from toy_game order by name limit 1")
                .query(ToyGames::row)
                .optional();
    }

    Optional<ToyGame> find(String appId) {
        return db.sql("select * from toy_game where app_id = ?")
                .param(appId)
                .query(ToyGames::row)
                .optional();
    }

    /** Takes new keys into use; the ones before stay good for what was signed with them. */
    void enter(String appId, ToyGame.Keys keys, Instant at) {
        db.sql("update toy_game set earlier_app_key = app_key, earlier_sandbox = sandbox_app_key,"
                        + " earlier_webhook = webhook_secret, app_key = ?, sandbox_app_key = ?, webhook_secret = ?,"
                        + " keys_entered_at = ? where app_id = ? and app_key is distinct from ?")
                .param(keys.live())
                .param(keys.sandbox())
                .param(keys.webhook())
                .param(Timestamp.from(at))
                .param(appId)
                .param(keys.live())
                .update();
    }

    void tell(String appId, ToyMood mood) {
        db.sql("update toy_game set mood = ? where app_id = ?")
                .params(mood.name(), appId)
                .update();
    }

    private static ToyGame row(ResultSet row, int number) throws SQLException {
        return new ToyGame(
                row.getString("app_id"),
                row.getString("name"),
                row.getString("app_secret"),
                keys(row.getString("app_key"), row.getString("sandbox_app_key"), row.getString("webhook_secret")),
                keys(
                        row.getString("earlier_app_key"),
                        row.getString("earlier_sandbox"),
                        row.getString("earlier_webhook")),
                ToyPayments.instant(row.getTimestamp("keys_entered_at")),
                ToyMood.valueOf(row.getString("mood")));
    }

    private static ToyGame.@Nullable Keys keys(
            @Nullable String live, @Nullable String sandbox, @Nullable String webhook) {
        return live == null ? null : new ToyGame.Keys(live, sandbox, webhook);
    }
}

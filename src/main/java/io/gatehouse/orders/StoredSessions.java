package io.gatehouse.orders;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;

import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.AppId;
import io.gatehouse.core.LongWork;
import io.gatehouse.core.Safe;

/** Sessions in the database: what the client holds is kept as a digest only, and the key sealed for its row. */
@Component
@Transactional
class StoredSessions implements Sessions {

    private static final int SESSION_BYTES = 24;
    private static final int KEY_BYTES = 16;

    private final JdbcClient db;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final PaymentSettings settings;
    private final Safe safe;
    private final SecureRandom random = new SecureRandom();

    StoredSessions(JdbcClient db, JdbcTemplate jdbc, Clock clock, PaymentSettings settings, Safe safe) {
        this.db = db;
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
        this.safe = safe;
    }

    @Override
    public PlayerSession open(AppId game, String openId) {
        var session = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SESSION_BYTES));
        var key = Base64.getEncoder().encodeToString(bytes(KEY_BYTES));
        var expires = clock.instant().truncatedTo(ChronoUnit.MICROS).plus(settings.sessionLifetime());
        var hash = DigestUtils.sha256Hex(session);
        db.sql("insert into player_session (session_hash, app_id, open_id, sealed_key, expires_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(hash, game.value(), openId)
                .params(safe.seal(key, place(game.value(), openId, hash)), expires.atOffset(ZoneOffset.UTC))
                .update();
        return new PlayerSession(session, game, openId, key, expires);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PlayerSession> find(String session) {
        return db.sql("select * from player_session where session_hash = ? and expires_at > ?")
                .params(DigestUtils.sha256Hex(session), now())
                .query((row, number) -> read(session, row))
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> sessionKey(AppId game, String openId) {
        return db.sql("select * from player_session where app_id = ? and open_id = ? and expires_at > ?"
                        + " order by expires_at desc limit 1")
                .params(game.value(), openId, now())
                .query((row, number) -> key(row))
                .optional();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    void forgetExpired() {
        LongWork.begin(jdbc);
        db.sql("delete from player_session where expires_at < ?").param(now()).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private PlayerSession read(String session, ResultSet row) throws SQLException {
        return new PlayerSession(
                session,
                new AppId(row.getString("app_id")),
                row.getString("open_id"),
                key(row),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private String key(ResultSet row) throws SQLException {
        var place = place(row.getString("app_id"), row.getString("open_id"), row.getString("session_hash"));
        return safe.openText(row.getBytes("sealed_key"), place);
    }

    private static String place(String game, String openId, String hash) {
        return "player-session/" + game + "/" + openId + "/" + hash;
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}

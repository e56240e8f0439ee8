package io.gatehouse.serverapi;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;

import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.AppId;

/** The tokens of games' servers: valid for two hours, several at a time. */
@Component
@Transactional
class AccessTokens {

    static final Duration VALID = Duration.ofSeconds(7200);

    private static final int BYTES = 32;

    private final JdbcClient db;
    private final Clock clock;

    AccessTokens(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    String issue(AppId game) {
        var token = RandomHex.of(BYTES);
        db.sql("insert into access_token (token_hash, app_id, expires_at) values (?, ?, ?)")
                .params(DigestUtils.sha256Hex(token), game.value())
                .param(clock.instant().plus(VALID).atOffset(ZoneOffset.UTC))
                .update();
        return token;
    }

    void revoke(AppId game) {
        db.sql("delete from access_token where app_id = ?").param(game.value()).update();
    }

    @Transactional(readOnly = true)
    public Optional<AppId> game(String token) {
        return db.sql("select app_id from access_token where token_hash = ? and expires_at > ?")
                .params(DigestUtils.sha256Hex(token), clock.instant().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .map(AppId::new);
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    void forgetExpired() {
        db.sql("delete from access_token where expires_at < ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}

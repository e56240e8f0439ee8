package io.gatehouse.sandbox;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The codes that the toy superapp gave to games whose players opened them. */
@Repository
@Profile("sandbox")
class ToyLogins {

    private static final Duration VALID = Duration.ofMinutes(5);

    private final JdbcClient db;

    ToyLogins(JdbcClient db) {
        this.db = db;
    }

    void add(String code, String appId, String openId, Instant at) {
        db.sql("insert into toy_login (code, app_id, open_id, made_at) values (?, ?, ?, ?)")
                .params(code, appId, openId, Timestamp.from(at))
                .update();
    }

    /** Whose code it is; each is good once. */
    Optional<String> redeem(String code, String appId, Instant now) {
        return db.sql("update toy_login set used_at = ? where code = ? and app_id = ? and used_at is null"
                        + " and made_at > ? returning open_id")
                .params(Timestamp.from(now), code, appId, Timestamp.from(now.minus(VALID)))
                .query(String.class)
                .optional();
    }
}

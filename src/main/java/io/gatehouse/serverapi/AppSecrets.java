package io.gatehouse.serverapi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.AppId;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Username;

/** The secrets with which games' servers ask for tokens. Only a digest is kept: a lost secret is reset, never shown. */
@Service
@Transactional
public class AppSecrets {

    /** That a secret was made, and by whom: in their name the game's server acts. */
    public record Taken(Username by, Instant at) {}

    private static final int BYTES = 16;

    private final JdbcClient db;
    private final AccessTokens tokens;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AppSecrets(JdbcClient db, AccessTokens tokens, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.tokens = tokens;
        this.events = events;
        this.clock = clock;
    }

    /** Makes a new secret, to be shown this once; the earlier one and all tokens got with it end at once. */
    public String reset(AppId game, Username by) {
        var secret = RandomHex.of(BYTES);
        db.sql("insert into app_secret (app_id, secret_hash, changed_by, changed_at) values (?, ?, ?, ?)"
                        + " on conflict (app_id) do update set secret_hash = excluded.secret_hash,"
                        + " changed_by = excluded.changed_by, changed_at = excluded.changed_at")
                .params(
                        game.value(),
                        DigestUtils.sha256Hex(secret),
                        by.value(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        tokens.revoke(game);
        events.publishEvent(
                BusinessEvent.of("app-secret.reset", by.value(), "game " + game).in(game));
        return secret;
    }

    /** Who took it and when; empty if a game has none. */
    @Transactional(readOnly = true)
    public Optional<Taken> taken(AppId game) {
        return db.sql("select changed_by, changed_at from app_secret where app_id = ?")
                .param(game.value())
                .query((row, number) -> new Taken(
                        new Username(row.getString("changed_by")),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** In whose name the game's server acts: whoever took its secret. */
    Username keeper(AppId game) {
        return taken(game).map(Taken::by).orElseThrow(() -> new NotFound("game.unknown", game));
    }

    boolean matches(AppId game, String secret) {
        var given = DigestUtils.sha256Hex(secret).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(hash(game).getBytes(StandardCharsets.US_ASCII), given);
    }

    private String hash(AppId game) {
        return db.sql("select secret_hash from app_secret where app_id = ?")
                .param(game.value())
                .query(String.class)
                .optional()
                .orElse("");
    }
}

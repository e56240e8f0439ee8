package io.gatehouse.catalogue;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import io.gatehouse.core.AppId;

/** The pictures of all games, each stored once a game; what is stored is never changed. */
@Repository
class Pictures {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Pictures(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a picture and tells its id; the same content of the same game has the same id. */
    UUID keep(AppId game, Picture picture) {
        jdbc.update(
                """
                insert into picture (id, game, sha256, type, width, height, content, stored_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (game, sha256) do nothing
                """,
                UUID.randomUUID(),
                game.value(),
                picture.sha256(),
                picture.type(),
                picture.width(),
                picture.height(),
                picture.content(),
                Timestamp.from(clock.instant()));
        return find(game, picture.sha256()).orElseThrow();
    }

    Optional<UUID> find(AppId game, String sha256) {
        return jdbc
                .queryForList("select id from picture where game = ? and sha256 = ?", UUID.class, game.value(), sha256)
                .stream()
                .findFirst();
    }

    Optional<StoredPicture> content(UUID id) {
        return jdbc
                .query(
                        "select type, content from picture where id = ?",
                        (row, index) -> new StoredPicture(row.getString("type"), row.getBytes("content")),
                        id)
                .stream()
                .findFirst();
    }
}

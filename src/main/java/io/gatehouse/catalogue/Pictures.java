package io.gatehouse.catalogue;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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

    /** Keeps the pictures of an import's accepted rows, as {@link #keep} does. */
    void keepOf(AppId game, String importNumber) {
        jdbc.update("""
                insert into picture (id, game, sha256, type, width, height, content, stored_at)
                select gen_random_uuid(), ?, p.sha256, p.type, p.width, p.height, p.content, ? from import_picture p
                where p.import = ? and exists (
                    select from import_row r
                    where r.import = p.import and r.picture = p.sha256 and r.result in ('NEW', 'CHANGED'))
                on conflict (game, sha256) do nothing
                """, game.value(), Timestamp.from(clock.instant()), importNumber);
    }

    /** The ids of pictures by their content's hash. */
    Map<String, UUID> find(AppId game, Collection<String> hashes) {
        var found = new HashMap<String, UUID>();
        jdbc.query(
                "select sha256, id from picture where game = ? and sha256 = any(?)",
                row -> {
                    found.put(row.getString("sha256"), row.getObject("id", UUID.class));
                },
                game.value(),
                hashes.toArray(String[]::new));
        return found;
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

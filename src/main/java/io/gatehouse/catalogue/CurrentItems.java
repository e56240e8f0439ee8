package io.gatehouse.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Money;

/** Reads many items with the version their editor starts from, in one query. */
@Repository
class CurrentItems {

    private final JdbcTemplate jdbc;

    CurrentItems(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** By code; deleted ones too, so that their ids are not used again. */
    Map<String, CurrentItem> of(AppId game, Collection<String> codes) {
        return jdbc.query("""
                        select i.id, i.code, i.latest, i.draft_state = 'IN_REVIEW' as in_review, i.deleted,
                               v.name, v.price, v.currency, v.picture, p.sha256, v.remark
                        from item i
                        join item_version v on v.item = i.id and v.number = coalesce(i.draft, i.released, i.latest)
                        join picture p on p.id = v.picture
                        where i.game = ? and i.code = any(?)
                        """, this::row, game.value(), codes.toArray(String[]::new)).stream()
                .collect(Collectors.toMap(CurrentItem::code, Function.identity()));
    }

    private CurrentItem row(ResultSet row, int index) throws SQLException {
        return new CurrentItem(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getInt("latest"),
                row.getBoolean("in_review"),
                row.getBoolean("deleted"),
                row.getString("name"),
                Money.of(row.getLong("price"), row.getString("currency")),
                row.getObject("picture", UUID.class),
                row.getString("sha256"),
                row.getString("remark"));
    }
}

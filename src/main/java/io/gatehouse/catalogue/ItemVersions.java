package io.gatehouse.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import io.gatehouse.core.Money;
import io.gatehouse.core.Username;

/** The versions of all items: rows are added and read, nothing else. */
@Repository
class ItemVersions {

    private static final String COLUMNS =
            "item, number, name, price, currency, picture, remark, made_by, made_at, origin";

    private final JdbcTemplate jdbc;

    ItemVersions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(Collection<ItemVersion> versions) {
        jdbc.batchUpdate(
                "insert into item_version (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                versions,
                200,
                (statement, it) -> {
                    statement.setObject(1, it.item());
                    statement.setInt(2, it.number());
                    statement.setString(3, it.name());
                    statement.setLong(4, it.price().minor());
                    statement.setString(5, it.price().currency().getCurrencyCode());
                    statement.setObject(6, it.picture());
                    statement.setString(7, it.remark());
                    statement.setString(8, it.madeBy().value());
                    statement.setTimestamp(9, Timestamp.from(it.madeAt()));
                    statement.setString(10, it.origin());
                });
    }

    Optional<ItemVersion> find(UUID item, int number) {
        return jdbc
                .query(
                        "select " + COLUMNS + " from item_version where item = ? and number = ?",
                        ItemVersions::row,
                        item,
                        number)
                .stream()
                .findFirst();
    }

    ItemVersion get(UUID item, int number) {
        return find(item, number)
                .orElseThrow(() -> new IllegalStateException("Version %d of item %s is gone".formatted(number, item)));
    }

    /** All versions of an item, newest first. */
    List<ItemVersion> of(UUID item) {
        return jdbc.query(
                "select " + COLUMNS + " from item_version where item = ? order by number desc",
                ItemVersions::row,
                item);
    }

    static ItemVersion row(ResultSet row, int index) throws SQLException {
        return new ItemVersion(
                row.getObject("item", UUID.class),
                row.getInt("number"),
                row.getString("name"),
                Money.of(row.getLong("price"), row.getString("currency")),
                row.getObject("picture", UUID.class),
                row.getString("remark"),
                new Username(row.getString("made_by")),
                row.getTimestamp("made_at").toInstant(),
                row.getString("origin"));
    }
}

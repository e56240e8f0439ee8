package io.gatehouse.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import io.gatehouse.core.AppId;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Money;
import io.gatehouse.core.Page;
import io.gatehouse.core.Username;

/** Reads items with both their versions for pages, newest change first, by key. */
@Repository
class ItemList {

    private static final String SELECT = """
            select i.*,
                   r.name r_name, r.price r_price, r.currency r_currency, r.picture r_picture, r.remark r_remark,
                   r.made_by r_made_by, r.made_at r_made_at, r.origin r_origin, r.number r_number,
                   d.name d_name, d.price d_price, d.currency d_currency, d.picture d_picture, d.remark d_remark,
                   d.made_by d_made_by, d.made_at d_made_at, d.origin d_origin, d.number d_number
            from item i
            left join item_version r on r.item = i.id and r.number = i.released
            left join item_version d on d.item = i.id and d.number = i.draft
            where i.game = ? and not i.deleted\s
            """;

    private final JdbcTemplate jdbc;

    ItemList(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ItemView> find(AppId game, String code) {
        return jdbc.query(SELECT + "and i.code = ?", (row, index) -> view(row), game.value(), code).stream()
                .findFirst();
    }

    Page<ItemView> page(AppId game, ItemFilter filter, @Nullable String after, int size) {
        var sql = new StringBuilder(SELECT).append("and ").append(filter.tab().condition());
        var arguments = new ArrayList<Object>();
        arguments.add(game.value());
        if (!filter.search().isEmpty()) {
            sql.append(" and (i.code ilike ? or r.name ilike ? or d.name ilike ?)");
            var like = "%" + filter.search().replaceAll("([\\\\%_])", "\\\\$1") + "%";
            arguments.addAll(List.of(like, like, like));
        }
        if (after != null) {
            sql.append(" and i.changed_at <= ? and (i.changed_at < ? or i.code > ?)");
            arguments.addAll(key(after));
        }
        sql.append(" order by i.changed_at desc, i.code limit ?");
        arguments.add(size + 1);
        var rows = jdbc.query(sql.toString(), (row, index) -> new Keyed(view(row), key(row)), arguments.toArray());
        var page = Page.of(rows, size, Keyed::key);
        return new Page<>(page.rows().stream().map(Keyed::item).toList(), page.next());
    }

    Map<ItemTab, Integer> counts(AppId game) {
        var select = new StringBuilder("select ");
        for (var tab : ItemTab.values()) {
            select.append("count(*) filter (where %s) as %s, ".formatted(tab.condition(), tab));
        }
        var counts = new EnumMap<ItemTab, Integer>(ItemTab.class);
        jdbc.query(
                select + "1 from item i where i.game = ? and not i.deleted",
                row -> {
                    for (var tab : ItemTab.values()) {
                        counts.put(tab, row.getInt(tab.name()));
                    }
                },
                game.value());
        return counts;
    }

    /** Codes of items with a draft nobody reviews yet; those taken from sale are left out. */
    List<String> releasable(AppId game) {
        return jdbc.queryForList(
                "select i.code from item i where i.game = ? and not i.deleted and " + ItemTab.DRAFT.condition()
                        + " order by i.code",
                String.class,
                game.value());
    }

    /** Codes of what sells by virtue of an exemption. */
    List<ItemView> releasedExempt(AppId game) {
        return jdbc.query(
                SELECT + "and i.released is not null and i.released_exempt order by i.code",
                (row, index) -> view(row),
                game.value());
    }

    private static List<Object> key(String after) {
        var parts = after.split("_", 2);
        try {
            var micros = Long.parseLong(parts[0]);
            var at = Timestamp.from(Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000));
            return List.of(at, at, parts[1]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new InvalidValue("after", "items.no-such-page");
        }
    }

    private static String key(ResultSet row) throws SQLException {
        var at = row.getTimestamp("changed_at").toInstant();
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1000 + "_" + row.getString("code");
    }

    private static ItemView view(ResultSet row) throws SQLException {
        var removedAt = row.getTimestamp("removed_at");
        return new ItemView(
                row.getString("code"),
                version(row, "r_"),
                version(row, "d_"),
                row.getString("draft_state"),
                row.getString("request"),
                row.getString("objection"),
                removedAt == null
                        ? null
                        : new Removal(
                                removedAt.toInstant(),
                                new Username(row.getString("removed_by")),
                                row.getString("removed_reason"),
                                row.getBoolean("removed_by_superapp")),
                row.getBoolean("released_exempt"),
                row.getTimestamp("first_released_at") != null,
                row.getInt("latest"),
                row.getTimestamp("changed_at").toInstant(),
                new Username(row.getString("changed_by")));
    }

    private static @Nullable VersionView version(ResultSet row, String prefix) throws SQLException {
        if (row.getString(prefix + "name") == null) {
            return null;
        }
        return new VersionView(
                row.getInt(prefix + "number"),
                row.getString(prefix + "name"),
                Money.of(row.getLong(prefix + "price"), row.getString(prefix + "currency")),
                PictureUrls.path(row.getObject(prefix + "picture", UUID.class)),
                row.getString(prefix + "remark"),
                new Username(row.getString(prefix + "made_by")),
                row.getTimestamp(prefix + "made_at").toInstant(),
                row.getString(prefix + "origin"));
    }

    private record Keyed(ItemView item, String key) {}
}

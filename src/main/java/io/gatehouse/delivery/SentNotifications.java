package io.gatehouse.delivery;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Page;

/** Every attempt at the notifications of a game, newest first. */
@Service
@Transactional(readOnly = true)
public class SentNotifications {

    private static final int PAGE = 50;

    private final JdbcTemplate jdbc;
    private final NotificationHistory history;

    SentNotifications(JdbcTemplate jdbc, NotificationHistory history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    /**
     * 50 a page.
     *
     * @param orderNo of one order only
     * @param outcome with that end only
     * @param after {@link Page#next()} of the page before
     */
    public Page<PastNotification> list(
            AppId game, Env env, @Nullable String orderNo, @Nullable Outcome outcome, @Nullable String after) {
        var conditions = new StringBuilder(" where game = ? and env = ?");
        var values = new ArrayList<Object>(List.of(game.value(), env.number()));
        if (orderNo != null) {
            conditions.append(" and order_no = ?");
            values.add(orderNo);
        }
        if (outcome != null) {
            conditions.append(" and outcome = ?");
            values.add(outcome.name());
        }
        if (after != null) {
            var key = Key.of(after);
            conditions.append(" and (at, id) < (?, ?)");
            values.add(Timestamp.from(key.at()));
            values.add(key.id());
        }
        var rows = jdbc.query(
                AttemptRows.SELECT + conditions + " order by at desc, id desc limit " + (PAGE + 1),
                (row, number) -> AttemptRows.past(row),
                values.toArray());
        return Page.of(rows, PAGE, it -> it.attempt().at() + "~" + it.id());
    }

    /** @throws NotFound if there was no such attempt for this game */
    public PastNotification get(AppId game, long id) {
        return history.past(game, id).orElseThrow(() -> new NotFound("delivery.attempt"));
    }

    private record Key(Instant at, long id) {

        static Key of(String after) {
            try {
                var parts = after.split("~", 2);
                return new Key(Instant.parse(parts[0]), Long.parseLong(parts[1]));
            } catch (DateTimeParseException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new InvalidValue("after", "list.no-page", after);
            }
        }
    }
}

package io.gatehouse.refunds;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

import org.hibernate.jpa.HibernateHints;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Repository;

import io.gatehouse.core.AppId;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Page;

/** Reads refunds by key, newest first: pages, exports and counts have the same conditions. */
@Repository
class RefundList {

    private static final int PAGE = 50;
    private static final int FETCH = 1000;

    private final EntityManager entities;
    private final ZoneId zone;

    RefundList(EntityManager entities, @Value("${gatehouse.console.zone}") ZoneId zone) {
        this.entities = entities;
        this.zone = zone;
    }

    Page<RefundView> page(@Nullable AppId game, RefundFilter filter, @Nullable String after) {
        var conditions = new Conditions(game, filter);
        if (after != null) {
            conditions.after(after);
        }
        var rows = conditions
                .query("it", Refund.class, " order by it.initiatedAt desc, it.number desc")
                .setMaxResults(PAGE + 1)
                .getResultStream()
                .map(Refund::view)
                .toList();
        return Page.of(rows, PAGE, it -> it.initiatedAt() + "~" + it.number());
    }

    void stream(AppId game, RefundFilter filter, Consumer<RefundView> consumer) {
        var query = new Conditions(game, filter)
                .query("it", Refund.class, " order by it.initiatedAt desc, it.number desc")
                .setHint(HibernateHints.HINT_FETCH_SIZE, FETCH)
                .setHint(HibernateHints.HINT_READ_ONLY, true);
        try (var rows = query.getResultStream()) {
            rows.forEach(it -> {
                consumer.accept(it.view());
                entities.detach(it);
            });
        }
    }

    int count(AppId game, RefundFilter filter, int most) {
        return new Conditions(game, filter)
                .query("it.number", String.class, "")
                .setMaxResults(most)
                .getResultList()
                .size();
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** What the rows have in common, as a query and its parameters. */
    private class Conditions {

        private final List<String> all = new ArrayList<>();
        private final Map<String, Object> parameters = new LinkedHashMap<>();

        Conditions(@Nullable AppId game, RefundFilter filter) {
            add("it.initiatedAt >= :from", "from", start(filter.from()));
            add("it.initiatedAt < :to", "to", start(filter.to().plusDays(1)));
            if (game != null) {
                add("it.game = :game", "game", game);
            }
            if (filter.status() != null) {
                add("it.status = :status", "status", filter.status());
            }
            if (filter.number() != null) {
                add(
                        "(it.number = :no or it.orderNo = :no or it.outTradeNo = :no or it.externalNo = :no)",
                        "no",
                        filter.number());
            }
        }

        void after(String key) {
            var at = key.indexOf('~');
            if (at < 0) {
                throw new InvalidValue("after", "list.no-page", key);
            }
            try {
                add(
                        "(it.initiatedAt < :time or it.initiatedAt = :time and it.number < :last)",
                        "time",
                        Instant.parse(key.substring(0, at)));
            } catch (DateTimeParseException e) {
                throw new InvalidValue("after", "list.no-page", key);
            }
            parameters.put("last", key.substring(at + 1));
        }

        <T> TypedQuery<T> query(String what, Class<T> type, String order) {
            var query = entities.createQuery(
                    "select " + what + " from Refund it where " + String.join(" and ", all) + order, type);
            parameters.forEach(query::setParameter);
            return query;
        }

        private void add(String condition, String parameter, Object value) {
            all.add(condition);
            parameters.put(parameter, value);
        }
    }
}

package io.gatehouse.audit;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import io.gatehouse.core.BusinessEvent;

/**
 * Appends every business event in the transaction it was published in. What one transaction publishes goes out as one
 * statement just before its commit, so that recording a batch of five hundred orders costs one round trip; of more than a
 * thousand events each thousand goes out by itself, so that an import of many items keeps none of them in memory. No lock
 * is taken and no chain is touched here.
 */
@Component
class BusinessLogWriter {

    private static final String APPEND = """
            with entry as (
                insert into business_log (occurred_at, type, actor, subject, game, request, details)
                select * from unnest(?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                returning id)
            insert into business_log_unsealed (entries) select array_agg(id) from entry
            """;

    private static final int PAGE = 1000;

    /** A second wall: whoever publishes a secret by mistake does not get it into the log. */
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(secret|password|passphrase|private.?key|app.?key|session.?key|access.?token).*");

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    BusinessLogWriter(JdbcTemplate jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @EventListener
    void on(BusinessEvent event) {
        var happened = new Happened(clock.instant().truncatedTo(ChronoUnit.MICROS), event);
        var pages = TransactionSynchronizationManager.isActualTransactionActive() ? pages() : null;
        if (pages == null || pages.written) {
            append(List.of(happened));
        } else {
            pages.add(happened);
        }
    }

    private Pages pages() {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof Pages pages) {
                return pages;
            }
        }
        var pages = new Pages();
        TransactionSynchronizationManager.registerSynchronization(pages);
        return pages;
    }

    private void append(List<Happened> events) {
        jdbc.update(connection -> {
            var statement = connection.prepareStatement(APPEND);
            array(
                    statement,
                    1,
                    "timestamptz",
                    events,
                    it -> it.at.atOffset(ZoneOffset.UTC).toString());
            array(statement, 2, "text", events, it -> clean(it.event.type()));
            array(statement, 3, "text", events, it -> clean(it.event.actor()));
            array(statement, 4, "text", events, it -> clean(it.event.subject()));
            array(
                    statement,
                    5,
                    "text",
                    events,
                    it -> it.event.game() == null ? null : it.event.game().value());
            array(statement, 6, "text", events, it -> it.event.request() == null ? null : clean(it.event.request()));
            array(statement, 7, "text", events, it -> details(it.event.details()));
            return statement;
        });
    }

    private String details(Map<String, String> details) {
        var clean = new LinkedHashMap<String, String>();
        details.forEach((field, value) -> clean.put(
                clean(field), SECRET.matcher(field).matches() && !value.isEmpty() ? "********" : clean(value)));
        try {
            return json.writeValueAsString(clean);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts are always JSON", e);
        }
    }

    private static void array(
            PreparedStatement statement,
            int parameter,
            String type,
            List<Happened> events,
            Function<Happened, @Nullable Object> column)
            throws SQLException {
        statement.setArray(
                parameter,
                statement
                        .getConnection()
                        .createArrayOf(type, events.stream().map(column).toArray()));
    }

    /** PostgreSQL keeps every character but NUL. */
    private static String clean(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }

    private record Happened(Instant at, BusinessEvent event) {}

    /** What one transaction has published so far. */
    private final class Pages implements TransactionSynchronization, Ordered {

        private final List<Happened> events = new ArrayList<>();
        private boolean written;

        void add(Happened happened) {
            events.add(happened);
            if (events.size() == PAGE) {
                append(events);
                events.clear();
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            written = true;
            if (!events.isEmpty()) {
                append(events);
            }
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }
    }
}

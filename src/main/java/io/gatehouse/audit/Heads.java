package io.gatehouse.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes the end of the chain out of the database: to {@code audit/heads.log} in the data folder and to the
 * application's log. Whoever can rewrite the database cannot rewrite these, so they show it.
 */
@Component
class Heads {

    private static final Logger LOG = LoggerFactory.getLogger(Heads.class);

    private final JdbcTemplate jdbc;
    private final Path file;
    private long written = -1;

    Heads(JdbcTemplate jdbc, @Value("${gatehouse.data-dir}") Path dataFolder) {
        this.jdbc = jdbc;
        this.file = dataFolder.resolve("audit").resolve("heads.log");
    }

    /** Writes the head if it has moved since the last time. */
    @Scheduled(
            fixedDelayString = "${gatehouse.audit.head-every:PT1M}",
            initialDelayString = "${gatehouse.audit.head-every:PT1M}")
    synchronized void write() {
        var last = jdbc.query(Rows.LAST_SEAL, Rows.HEAD);
        if (last.isEmpty() || last.get(0).position() == written) {
            return;
        }
        var head = last.get(0);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, head.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The head of the audit log was not written to " + file, e);
        }
        LOG.info("Audit log head: {}", head.line());
        written = head.position();
    }

    /** All that this instance has written, oldest first. */
    List<Head> all() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank()).map(Head::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The heads of the audit log cannot be read from " + file, e);
        }
    }

    Path file() {
        return file;
    }
}

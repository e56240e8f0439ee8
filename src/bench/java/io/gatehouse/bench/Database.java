package io.gatehouse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** The one PostgreSQL of a run, as safe as a real one, with a database for each contestant. */
final class Database implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final Path data;
    private final Map<String, Connection> connections = new HashMap<>();
    private ProcessHandle postmaster;

    private Database(EmbeddedPostgres server, Path data) throws IOException {
        this.server = server;
        this.data = data;
        this.postmaster = postmaster(data);
    }

    static Database start(Workshop workshop) throws IOException {
        var data = workshop.data("pg");
        var server = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .setOverrideWorkingDirectory(workshop.data("pg-bin").toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("checkpoint_timeout", "30min")
                .setServerConfig("max_connections", "400")
                .start();
        return new Database(server, data);
    }

    private static ProcessHandle postmaster(Path data) throws IOException {
        var pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    /** Ends it as a loss of power would, and starts it again as it was. */
    synchronized void restart() throws IOException {
        connections.clear();
        var program = Files.readString(data.resolve("postmaster.opts")).split(" ")[0];
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses to be run by root
            command.addAll(List.of("unshare", "-U"));
        }
        var control = Path.of(program).resolveSibling("pg_ctl").toString();
        command.addAll(List.of(control, "restart", "-w", "-m", "immediate", "-D", data.toString(), "-l", "/dev/null"));
        var process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("PostgreSQL cannot be started again: " + command);
        }
        postmaster = postmaster(data);
    }

    void create(String name) {
        run("postgres", "create database " + name);
    }

    String url(String name) {
        return server.getJdbcUrl("postgres", name) + "&reWriteBatchedInserts=true";
    }

    synchronized void run(String database, String sql) {
        try (var statement = connection(database).createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    synchronized long number(String database, String sql) {
        try (var statement = connection(database).createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** One for each database, kept: to connect costs more than to ask. */
    private Connection connection(String database) throws SQLException {
        var known = connections.get(database);
        if (known == null) {
            known = DriverManager.getConnection(url(database));
            connections.put(database, known);
        }
        return known;
    }

    /** Bytes of write-ahead log since the beginning. */
    long wal() {
        return number("postgres", "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
    }

    /** The time its processes have spent on a processor. */
    Duration cpu() {
        return postmaster
                .descendants()
                .map(it -> it.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

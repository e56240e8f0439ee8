package io.gatehouse.bench;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    /** How a database can go away: as a loss of power would end it, or told to, or without a word to its processes. */
    enum End {
        IMMEDIATE,
        FAST,
        KILL
    }

    interface Lock {

        void close();
    }

    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final String hosts;
    private final Closeable server;
    private final Path data;
    private final Map<String, Connection> connections = new HashMap<>();
    private ProcessHandle postmaster;

    private Database(String hosts, Closeable server, Path data, ProcessHandle postmaster) {
        this.hosts = hosts;
        this.server = server;
        this.data = data;
        this.postmaster = postmaster;
    }

    /** The disk's, as soon as it answers; it ends with its disk. */
    static Database on(SmallDisk disk) {
        var database = new Database("localhost:" + disk.port(), () -> {}, Path.of(""), disk.postmaster());
        Wait.until("PostgreSQL on a small disk", LONGEST_START, Duration.ofMillis(200), database::isThere);
        return database;
    }

    /** Whichever of some takes everything in. It ends with them. */
    static Database of(String hosts) {
        return new Database(hosts, () -> {}, Path.of(""), ProcessHandle.current());
    }

    private boolean isThere() {
        try {
            connection("postgres");
            return true;
        } catch (SQLException e) {
            return false;
        }
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
        return new Database("localhost:" + server.getPort(), server, data, postmaster(data));
    }

    private static ProcessHandle postmaster(Path data) throws IOException {
        var pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    /** Ends it, and starts it again as it was. */
    synchronized void restart(End end) throws IOException {
        connections.clear();
        if (end == End.KILL) {
            postmaster.destroyForcibly();
        }
        // the others of its processes notice that it is gone, and end; until then there can be no other
        Wait.until(
                "PostgreSQL",
                LONGEST_START,
                Duration.ofMillis(50),
                () -> control("restart", "-m", end == End.FAST ? "fast" : "immediate"));
        postmaster = postmaster(data);
    }

    /** The folder it was started from. */
    Path programs() throws IOException {
        return Path.of(Files.readString(data.resolve("postmaster.opts")).split(" ")[0])
                .resolveSibling("");
    }

    private boolean control(String... what) {
        try {
            var command = new ArrayList<String>();
            if (System.getProperty("user.name").equals("root")) {
                // PostgreSQL refuses to be run by root
                command.addAll(List.of("unshare", "-U"));
            }
            command.add(programs().resolve("pg_ctl").toString());
            command.addAll(List.of(what));
            command.addAll(List.of("-w", "-D", data.toString(), "-l", "/dev/null"));
            var process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.onExit().join().exitValue() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another one may answer from now on. */
    synchronized void hangUp() {
        connections.clear();
    }

    void create(String name) {
        run("postgres", "create database " + name);
    }

    String url(String name) {
        return "jdbc:postgresql://%s/%s?user=postgres&password=postgres&reWriteBatchedInserts=true&targetServerType=primary"
                .formatted(hosts, name);
    }

    synchronized void run(String database, String sql) {
        try (var statement = connection(database).createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Keeps everybody from writing to a table until it is closed. */
    Lock lock(String database, String table) {
        try {
            var connection = DriverManager.getConnection(url(database));
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("lock table " + table + " in share mode");
            }
            return () -> close(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(table, e);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.rollback();
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
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

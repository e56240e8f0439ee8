package io.gatehouse.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * The folder of the embedded PostgreSQL: {@code bin} (the unpacked server), {@code pg17} (the data, kept between runs)
 * and {@code password}. The server listens on the loopback address only and asks for the password.
 */
class DatabaseFolder {

    static final String NAME = "gatehouse";
    private static final String DATA = "pg17";

    private final Path base;
    private final String password;

    private DatabaseFolder(Path base, String password) {
        this.base = base;
        this.password = password;
    }

    static DatabaseFolder in(Path dataDir) throws IOException {
        var base = Files.createDirectories(dataDir.toAbsolutePath().normalize());
        if (Files.getFileStore(base).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(base, PosixFilePermissions.fromString("rwx------"));
        }
        var file = base.resolve("password");
        if (Files.notExists(file)) {
            var random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        return new DatabaseFolder(base, Files.readString(file).strip());
    }

    String password() {
        return password;
    }

    EmbeddedPostgres start() throws IOException, SQLException {
        var data = base.resolve(DATA);
        OrphanedServer.stop(data);
        var builder = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .setRegisterShutdownHook(false) // Spring closes it after the connection pool
                .setOverrideWorkingDirectory(base.resolve("bin").toFile()) // the default is writable by everybody
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", "on") // the library's default is off: this data is kept
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "100");
        if (!System.getProperty("os.name").startsWith("Windows")) {
            builder.setServerConfig("unix_socket_directories", "");
        }
        var secured = Files.exists(data.resolve("gatehouse-secured"));
        if (secured) {
            builder.setConnectConfig("password", password);
        }
        var server = builder.start();
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            if (!secured) {
                secure(statement, data);
            }
            admitTeams(statement);
        }
        return server;
    }

    private void secure(Statement statement, Path data) throws IOException, SQLException {
        statement.execute("alter role postgres password '%s'".formatted(password));
        statement.execute("create role %s login password '%s'".formatted(NAME, password));
        statement.execute("create database %s owner %s".formatted(NAME, NAME));
        Files.writeString(
                data.resolve("pg_hba.conf"),
                "host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n");
        statement.execute("select pg_reload_conf()");
        Files.createFile(data.resolve("gatehouse-secured"));
    }

    /** The role that transactions of teams take on; in folders from before, too. Only an administrator can make it. */
    private static void admitTeams(Statement statement) throws SQLException {
        statement.execute("do $$ begin create role gatehouse_team; exception when duplicate_object then null; end $$");
        statement.execute("grant gatehouse_team to " + NAME);
    }
}

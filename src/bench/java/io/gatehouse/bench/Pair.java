package io.gatehouse.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** Two PostgreSQL as production has them: one takes everything in, the other follows it, and takes over when it dies. */
final class Pair implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Node primary;
    private final Node standby;

    private Pair(Node primary, Node standby) {
        this.primary = primary;
        this.standby = standby;
    }

    /** @param synchronous whether nothing is committed before the standby has it too */
    static Pair start(Workshop workshop, Path programs, boolean synchronous) throws IOException {
        var pair = new Pair(Node.in(workshop, "primary", programs), Node.in(workshop, "standby", programs));
        try {
            pair.start(synchronous);
        } catch (IOException | RuntimeException e) {
            pair.close();
            throw e;
        }
        return pair;
    }

    private void start(boolean synchronous) throws IOException {
        primary.create();
        standby.copy(primary);
        primary.settle("synchronous_standby_names = '%s'".formatted(synchronous ? "standby" : ""));
        standby.follow(primary);
        primary.start();
        standby.start();
        Wait.until(
                "the standby to follow",
                LONGEST,
                PAUSE,
                () -> isTrue(
                        primary,
                        "select exists (select from pg_stat_replication where state = 'streaming' and sync_state = '%s')"
                                .formatted(synchronous ? "sync" : "async")));
    }

    /** Whichever of them takes everything in at the moment. */
    Database database() {
        return Database.of(primary.host() + "," + standby.host());
    }

    /** The standby hears nothing of the primary any more. */
    void part() {
        run(standby, "alter system set primary_conninfo = ''");
        run(standby, "select pg_reload_conf()");
        Wait.until(
                "the standby to be alone",
                LONGEST,
                PAUSE,
                () -> isTrue(standby, "select not exists (select from pg_stat_wal_receiver)"));
    }

    /** The primary's machine is gone, and the standby takes over. */
    void failOver() throws IOException {
        primary.kill();
        standby.promote();
    }

    private boolean isTrue(Node node, String question) {
        try (var connection = DriverManager.getConnection(url(node));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(question, e);
        }
    }

    private void run(Node node, String sql) {
        try (var connection = DriverManager.getConnection(url(node));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String url(Node node) {
        return "jdbc:postgresql://" + node.host() + "/postgres?user=postgres";
    }

    @Override
    public void close() throws IOException {
        for (var node : new Node[] {primary, standby}) {
            if (node.isRunning()) {
                node.kill();
            }
        }
    }
}

package io.gatehouse.bench;

import java.time.Duration;

/** A place in the database that nobody gets past until it is opened. */
final class Gate implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(2);

    private final Database database;
    private final String waiting;
    private final Runnable opening;

    private Gate(Database database, String waiting, Runnable opening) {
        this.database = database;
        this.waiting = waiting;
        this.opening = opening;
    }

    /** In front of whatever writes to a table. */
    static Gate beforeWriting(Database database, String name, String table) {
        var lock = database.lock(name, table);
        return new Gate(database, "pg_blocking_pids(pid) <> '{}'", lock::close);
    }

    /** Behind every commit, before anybody is told of it: they wait for a standby that does not exist. */
    static Gate afterCommitting(Database database) {
        database.run("postgres", "alter system set synchronous_standby_names = 'nobody'");
        database.run("postgres", "select pg_reload_conf()");
        return new Gate(database, "wait_event = 'SyncRep'", () -> {
            database.run("postgres", "alter system reset synchronous_standby_names");
            database.run("postgres", "select pg_reload_conf()");
        });
    }

    void awaitSomebody() {
        Wait.until(
                "somebody at the gate",
                LONGEST,
                PAUSE,
                () -> database.number("postgres", "select count(*) from pg_stat_activity where " + waiting) > 0);
    }

    @Override
    public void close() {
        opening.run();
    }
}

package io.gatehouse.bench;

import java.time.Duration;

/** A place in the database that nobody gets past until it is opened. */
final class Gate implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(2);

    private final Database database;
    private final String name;
    private final String waiting;
    private final Runnable opening;

    private Gate(Database database, String name, String waiting, Runnable opening) {
        this.database = database;
        this.name = name;
        this.waiting = waiting;
        this.opening = opening;
    }

    /** In front of whatever writes to a table. */
    static Gate beforeWriting(Database database, String name, String table) {
        var lock = database.lock(name, table);
        return new Gate(database, name, "pg_blocking_pids(pid) <> '{}'", lock::close);
    }

    /**
     * Behind every commit, before anybody is told of it: they wait for a standby that does not exist. Awaited is one that
     * has written to the table: others commit as well.
     */
    static Gate afterCommitting(Database database, String name, String table) {
        database.run("postgres", "alter system set synchronous_standby_names = 'nobody'");
        database.run("postgres", "select pg_reload_conf()");
        var waiting =
                "wait_event = 'SyncRep' and exists (select from pg_locks l where l.pid = a.pid and l.relation = '%s'::regclass)"
                        .formatted(table);
        return new Gate(database, name, waiting, () -> {
            database.run("postgres", "alter system reset synchronous_standby_names");
            database.run("postgres", "select pg_reload_conf()");
        });
    }

    void awaitSomebody() {
        Wait.until(
                "somebody at the gate",
                LONGEST,
                PAUSE,
                () -> database.number(name, "select count(*) from pg_stat_activity a where " + waiting) > 0);
    }

    @Override
    public void close() {
        opening.run();
    }
}

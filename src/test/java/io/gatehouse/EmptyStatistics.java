package io.gatehouse;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A queue that was analysed while it was empty and has filled since: what the planner believes of most queues at the
 * worst moment. For a transaction that is rolled back.
 */
public final class EmptyStatistics {

    /** More of a queue than a statement may read that was given a few of its rows. */
    public static final int MOST_READ = 200;

    private final JdbcTemplate jdbc;
    private final String table;

    private EmptyStatistics(JdbcTemplate jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /** @param fill an insert of some thousand rows */
    public static EmptyStatistics of(String table, JdbcTemplate jdbc, String fill) {
        jdbc.update(fill);
        jdbc.update("delete from " + table);
        jdbc.execute("analyze " + table);
        jdbc.update(fill);
        return new EmptyStatistics(jdbc, table);
    }

    /** How many of its rows the statements have read that are run now. */
    public long readBy(Runnable statements) {
        var before = read();
        statements.run();
        return read() - before;
    }

    private long read() {
        return jdbc.queryForObject(
                "select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables where relname = ?",
                Long.class,
                table);
    }
}

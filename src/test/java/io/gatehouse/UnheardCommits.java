package io.gatehouse;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Until it is closed each commit is done, and whoever wants it is not told: they wait for a standby that does not exist. */
public final class UnheardCommits implements AutoCloseable {

    private final SingleConnectionDataSource connection;
    private final JdbcTemplate database;

    private UnheardCommits(SingleConnectionDataSource connection) {
        this.connection = connection;
        this.database = new JdbcTemplate(connection);
    }

    /** @param pool of the embedded database, whose administrator has the same password */
    public static UnheardCommits in(HikariDataSource pool) {
        var commits = new UnheardCommits(
                new SingleConnectionDataSource(pool.getJdbcUrl(), "postgres", pool.getPassword(), true));
        commits.database.execute("alter system set synchronous_standby_names = 'nobody'");
        commits.database.queryForList("select pg_reload_conf()");
        return commits;
    }

    /** Ends the connections of those who wait, as a database does that is stopped. */
    public void breakThoseWaiting() {
        database.queryForList("select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'");
    }

    @Override
    public void close() {
        database.execute("alter system reset synchronous_standby_names");
        database.queryForList("select pg_reload_conf()");
        connection.destroy();
    }
}

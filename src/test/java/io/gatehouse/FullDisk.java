package io.gatehouse;

import org.springframework.jdbc.core.JdbcTemplate;

/** There is no room left for a table until it is closed: the database refuses what is written as it does then. */
public final class FullDisk implements AutoCloseable {

    private final JdbcTemplate database;
    private final String table;

    private FullDisk(JdbcTemplate database, String table) {
        this.database = database;
        this.table = table;
    }

    public static FullDisk under(String table, JdbcTemplate database) {
        // what a sequence has counted stays when the transaction is rolled back
        database.execute("create sequence full_disk_refusals");
        database.execute("""
                create function full_disk() returns trigger language plpgsql as $$
                begin
                    perform nextval('full_disk_refusals');
                    raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';
                end $$
                """);
        database.execute("create trigger full_disk before insert or update on " + table
                + " for each row execute function full_disk()");
        return new FullDisk(database, table);
    }

    /** Whether it has refused something. */
    public boolean hasRefused() {
        return Boolean.TRUE.equals(database.queryForObject("select is_called from full_disk_refusals", Boolean.class));
    }

    @Override
    public void close() {
        database.execute("drop trigger full_disk on " + table);
        database.execute("drop function full_disk");
        database.execute("drop sequence full_disk_refusals");
    }
}

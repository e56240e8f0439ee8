package io.gatehouse;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Our tables as an earlier version of the application made them, in a schema of their own beside those of today. */
public final class OlderDatabase implements AutoCloseable {

    private static final String SCHEMA = "older";

    private final DataSource database;

    private OlderDatabase(DataSource database) {
        this.database = database;
    }

    /** @param day the last day whose migrations it has seen, {@code yyyyMMdd} */
    public static OlderDatabase of(String day, JdbcConnectionDetails today) {
        var older = new OlderDatabase(new DriverManagerDataSource(
                today.getJdbcUrl() + "&currentSchema=" + SCHEMA, today.getUsername(), today.getPassword()));
        older.close();
        older.migrate(day + "999999?");
        return older;
    }

    /** As the version of today does when it is started on it. */
    public void migrate() {
        migrate("latest");
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(database)
                .schemas(SCHEMA)
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .target(target)
                .load()
                .migrate();
    }

    public DataSource dataSource() {
        return database;
    }

    public JdbcTemplate jdbc() {
        return new JdbcTemplate(database);
    }

    @Override
    public void close() {
        jdbc().execute("drop schema if exists " + SCHEMA + " cascade");
    }
}

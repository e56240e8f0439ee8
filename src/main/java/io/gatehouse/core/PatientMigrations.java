package io.gatehouse.core;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Migrations are {@link LongWork}. */
@Configuration(proxyBeanMethods = false)
class PatientMigrations {

    @Bean
    FlywayConfigurationCustomizer migrationsAreLongWork() {
        return flyway -> flyway.dataSource(new Patient(flyway.getDataSource()));
    }

    private static final class Patient extends DelegatingDataSource {

        Patient(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return LongWork.on(super.getConnection());
        }
    }
}

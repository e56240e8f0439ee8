package io.gatehouse.core;

import java.time.Clock;

import javax.sql.DataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock everything reads; tests put their own in its place. */
@Configuration(proxyBeanMethods = false)
class CoreConfiguration {

    @Bean
    DatabaseClock clock(DataSource database) {
        return new DatabaseClock(database, Clock.systemUTC());
    }
}

package io.gatehouse.sandbox;

import java.util.Arrays;
import java.util.stream.Stream;

import org.flywaydb.core.api.Location;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The counterparts' tables, and their doors: machines knock there, and each checks signatures by itself. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class SandboxConfiguration {

    @Bean
    FlywayConfigurationCustomizer sandboxTables() {
        return flyway -> flyway.locations(
                Stream.concat(Arrays.stream(flyway.getLocations()), Stream.of(new Location("classpath:db/sandbox")))
                        .toArray(Location[]::new));
    }

    @Bean
    @Order(11)
    SecurityFilterChain counterparts(HttpSecurity http) throws Exception {
        return http.securityMatcher("/toy/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .build();
    }
}

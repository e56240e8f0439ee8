package io.gatehouse.embedded;

import java.util.List;
import java.util.Locale;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/**
 * In production nothing embedded stands in for what is missing: start-up names every setting it needs and does not have,
 * as a property and as the environment variable that sets it.
 */
class ProductionSettings implements EnvironmentPostProcessor {

    private static final List<String> REQUIRED = List.of(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "spring.mail.host",
            "gatehouse.public-url",
            "gatehouse.mail.from",
            "gatehouse.secrets.key",
            "gatehouse.superapp.base-url",
            "gatehouse.superapp.application-id",
            "gatehouse.superapp.secret-key",
            "gatehouse.superapp.callback-public-key",
            "gatehouse.superapp.callback-aes-key");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of("production"))) {
            return;
        }
        if (environment.acceptsProfiles(Profiles.of("sandbox"))) {
            throw new IllegalStateException("The profiles production and sandbox exclude each other");
        }
        var missing = REQUIRED.stream()
                .filter(it -> !StringUtils.hasText(environment.getProperty(it)))
                .map(it -> "%s (environment variable %s)".formatted(it, variable(it)))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Gatehouse does not start in production without these settings:\n  "
                    + String.join("\n  ", missing));
        }
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_');
    }
}

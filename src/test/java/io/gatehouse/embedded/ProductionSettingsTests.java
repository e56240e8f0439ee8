package io.gatehouse.embedded;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProductionSettingsTests {

    final SpringApplication application = new SpringApplication();

    @Test
    void nameEverySecretThatIsMissing() {

        var production = new MockEnvironment().withProperty("spring.mail.host", "mail.example.com");
        production.setActiveProfiles("production");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new ProductionSettings().postProcessEnvironment(production, application))
                .withMessageContaining("gatehouse.secrets.key (environment variable GATEHOUSE_SECRETS_KEY)")
                .withMessageContaining("spring.datasource.password")
                .withMessageNotContaining("spring.mail.host");
    }

    @Test
    void doNotLiveWithTheSandbox() {

        var both = new MockEnvironment();
        both.setActiveProfiles("production", "sandbox");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new ProductionSettings().postProcessEnvironment(both, application));
    }

    @Test
    void areNotAskedForElsewhere() {

        var sandbox = new MockEnvironment();
        sandbox.setActiveProfiles("sandbox");

        assertThatCode(() -> new ProductionSettings().postProcessEnvironment(sandbox, application))
                .doesNotThrowAnyException();
    }
}

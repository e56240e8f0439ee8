package io.gatehouse.refunds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The routing of refunds … */
class RefundRoutingTests {

    private final DmnEngine decisions =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest
    @CsvSource({
        "PLAYER, true, 1, 99, true",
        "PLAYER, true, 2, 99, true",
        "PLAYER, true, 3, 99, false",
        "PLAYER, true, 3, 2000, false",
        "PLAYER, true, 3, 2001, true",
        "STAFF, true, 0, 9999, true",
        "PLAYER, false, 1, 9999, false",
        "API, true, 1, 9999, false",
        "UNDELIVERED, false, 5, 9999, false"
    })
    void asksTheDeveloperWhereTheyKnowMore(String source, boolean delivered, int reason, long amount, boolean heard)
            throws IOException {

        var variables =
                Map.<String, Object>of("source", source, "delivered", delivered, "reason", reason, "amount", amount);

        assertThat(decide("refund-routing", variables)).isEqualTo(heard);
    }

    @ParameterizedTest
    @CsvSource({
        "LIVE, USD, 5000, false",
        "LIVE, USD, 5001, true",
        "LIVE, EUR, 5000, false",
        "LIVE, JPY, 5000, false",
        "LIVE, JPY, 5001, true",
        "LIVE, CNY, 30000, false",
        "LIVE, CNY, 30001, true",
        "LIVE, KWD, 15000, false",
        "LIVE, KWD, 15001, true",
        "SANDBOX, USD, 99999999, false"
    })
    void letsFinanceReleaseWhatIsAboveTheLimitOfTheCurrency(String env, String currency, long amount, boolean finance)
            throws IOException {

        var variables = Map.<String, Object>of("env", env, "currency", currency, "amount", amount);

        assertThat(decide("refund-payment", variables)).isEqualTo(finance);
    }

    private boolean decide(String decision, Map<String, Object> variables) throws IOException {
        try (var model = Files.newInputStream(Path.of("processes", decision + ".dmn"))) {
            return decisions
                    .evaluateDecisionTable(decisions.parseDecision(decision, model), variables)
                    .getSingleResult()
                    .getSingleEntry();
        }
    }
}

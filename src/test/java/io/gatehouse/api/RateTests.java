package io.gatehouse.api;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Too many calls of one person within a second. */
class RateTests extends ApiTest {

    @Autowired
    CallRate rate;

    @Test
    void areAskedToWaitForTheNext() throws IOException, InterruptedException {

        var operator = as("operator");
        var other = as("developer");
        clock.stop();
        for (var calls = 0; calls < rate.limit(); calls++) {
            rate.admits("operator");
        }

        var answer = operator.get("/me");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("/code")).isEqualTo("api.too-many");
        assertThat(answer.text("/type")).endsWith("/api#too-many");
        assertThat(other.get("/me").status()).as("somebody else").isEqualTo(200);

        clock.advance(Duration.ofSeconds(1));

        assertThat(operator.get("/me").status()).as("in the next second").isEqualTo(200);
    }
}

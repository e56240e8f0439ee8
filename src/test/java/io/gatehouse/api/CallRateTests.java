package io.gatehouse.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallRateTests {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void admitsSoManyCallsOfAPersonInASecond() {

        var rate = new CallRate(new ApiSettings(2, Duration.ofDays(7)), Clock.fixed(NOON, ZoneOffset.UTC));

        assertThat(rate.admits("mei")).isTrue();
        assertThat(rate.admits("mei")).isTrue();
        assertThat(rate.admits("mei")).isFalse();
        assertThat(rate.admits("arjun")).isTrue();
    }
}

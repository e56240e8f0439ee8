package io.gatehouse.serverapi;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import io.gatehouse.core.AppId;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitTests {

    private static final AppId GAME = new AppId("wx1");

    private final RateLimit rate = new RateLimit(
            new ServerApiSettings(2, 1, 1), Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC));

    @Test
    void admitsSoManyRequestsAGameAndApi() {

        assertThat(rate.admits(GAME, "/xpay/query_order")).isTrue();
        assertThat(rate.admits(GAME, "/xpay/query_order")).isTrue();
        assertThat(rate.admits(GAME, "/xpay/query_order")).isFalse();
    }

    @Test
    void countsOtherGamesAndApisApart() {

        rate.admits(GAME, "/xpay/query_order");
        rate.admits(GAME, "/xpay/query_order");

        assertThat(rate.admits(GAME, "/xpay/refund_order")).isTrue();
        assertThat(rate.admits(new AppId("wx2"), "/xpay/query_order")).isTrue();
    }
}

package io.gatehouse.api;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What programs of people may ask of one instance.
 *
 * @param requestsPerSecond of one person, with all their tokens together
 * @param answersAreKept how long a call with an idempotency key is answered as the first time
 */
@ConfigurationProperties("gatehouse.api")
record ApiSettings(
        @DefaultValue("20") int requestsPerSecond,
        @DefaultValue("7d") Duration answersAreKept) {}

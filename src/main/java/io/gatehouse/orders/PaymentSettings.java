package io.gatehouse.orders;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How purchases are treated.
 *
 * @param verifySignatures whether we verify the signatures of a purchase, which in passthrough mode the superapp does
 *     too
 * @param closeUnpaidAfter how long a player may take to pay
 * @param sessionLifetime how long a player stays signed in
 */
@ConfigurationProperties("gatehouse.payment")
record PaymentSettings(
        @DefaultValue("true") boolean verifySignatures,
        @DefaultValue("30m") Duration closeUnpaidAfter,
        @DefaultValue("24h") Duration sessionLifetime) {}

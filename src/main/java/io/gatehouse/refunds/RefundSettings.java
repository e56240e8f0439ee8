package io.gatehouse.refunds;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long people have.
 *
 * @param hearing for the developer's answer; the review goes on without it
 * @param release for finance staff to release a payment, before it is escalated
 */
@ConfigurationProperties("gatehouse.refunds")
record RefundSettings(
        @DefaultValue("24h") Duration hearing,
        @DefaultValue("48h") Duration release) {}

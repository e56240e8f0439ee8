package io.gatehouse.outbound;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How calls leave.
 *
 * @param allowLoopback opens loopback hosts on any port: for the sandbox, whose game server runs on this machine
 * @param connectTimeout for the connection alone
 */
@ConfigurationProperties("gatehouse.outbound")
record OutboundSettings(
        @DefaultValue("false") boolean allowLoopback,
        @DefaultValue("3s") Duration connectTimeout) {}

package io.gatehouse.serverapi;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What machines may ask of one instance.
 *
 * @param requestsPerSecond of one game at one API
 * @param concurrentCalls of developers' servers and client SDKs at a time
 * @param concurrentCallbacks of the superapp's backend at a time
 */
@ConfigurationProperties("gatehouse.server-api")
record ServerApiSettings(
        @DefaultValue("20") int requestsPerSecond,
        @DefaultValue("64") int concurrentCalls,
        @DefaultValue("64") int concurrentCallbacks) {}

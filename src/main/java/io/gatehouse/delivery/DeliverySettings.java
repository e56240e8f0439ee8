package io.gatehouse.delivery;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patiently and how broadly notifications are sent.
 *
 * @param waits the pauses before each repeat, counted from the end of the try before
 * @param resendWaits the same for what a person or a process sends again
 * @param attemptTimeout for one whole attempt; 15 s at most
 * @param lease how long a row belongs to the instance that took it
 * @param inFlight requests under way at once on this instance
 * @param perEndpoint requests under way at once to one endpoint
 * @param perSecond requests begun in a second to one endpoint by this instance
 * @param queue notifications kept in memory; beyond it they wait in the table
 * @param poll how often the table is looked at
 * @param rest how long an endpoint that keeps failing is left alone before a probe
 */
@ConfigurationProperties("gatehouse.delivery")
record DeliverySettings(
        @DefaultValue({"15s", "15s", "30s", "3m", "10m", "20m", "30m", "30m", "30m", "60m", "3h", "3h", "3h", "6h", "6h"
        })
        List<Duration> waits,

        @DefaultValue({"15s", "15s", "30s"}) List<Duration> resendWaits,
        @DefaultValue("5s") Duration attemptTimeout,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("512") int inFlight,
        @DefaultValue("64") int perEndpoint,
        @DefaultValue("1000") int perSecond,
        @DefaultValue("8000") int queue,
        @DefaultValue("2000") int queuePerEndpoint,
        @DefaultValue("15s") Duration rest,
        @DefaultValue("500ms") Duration poll) {

    static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(15);

    DeliverySettings {
        waits = List.copyOf(waits);
        resendWaits = List.copyOf(resendWaits);
        if (attemptTimeout.compareTo(LONGEST_ATTEMPT) > 0 || attemptTimeout.compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException("gatehouse.delivery.attempt-timeout must be above 0 and at most 15 s");
        }
        if (lease.compareTo(attemptTimeout.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("gatehouse.delivery.lease must be at least twice the attempt-timeout");
        }
        if (perSecond < 1) {
            throw new IllegalArgumentException("gatehouse.delivery.per-second must be at least 1");
        }
    }

    /** When a lease that begins now is over, in {@link System#nanoTime()}. */
    long leaseEnd() {
        return System.nanoTime() + lease.toNanos();
    }
}

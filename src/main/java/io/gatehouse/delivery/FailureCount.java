package io.gatehouse.delivery;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How often attempts failed in one way.
 *
 * @param diagnosis key of {@code delivery.diagnosis.<key>} and {@code delivery.advice.<key>}
 * @param detail what stands in their place {0}, of the latest
 * @param orderNo of the latest
 */
public record FailureCount(
        String diagnosis,
        String detail,
        long count,
        Instant latest,
        @Nullable String orderNo,
        Form form) {}

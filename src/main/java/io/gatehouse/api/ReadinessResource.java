package io.gatehouse.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** A line of the readiness list. */
@Schema(name = "Readiness")
record ReadinessResource(
        @Schema(example = "test-notification") String step, boolean done) {}

package io.gatehouse.api;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.gatehouse.enablement.EnablementStatus;
import io.gatehouse.enablement.Precondition;

/** Where a game stands with payment. */
@Schema(name = "Enablement", description = "Where a game stands with payment")
record EnablementResource(
        boolean enabled,

        @Schema(description = "When it was enabled or disabled") @Nullable
        Instant since,

        @Schema(description = "The superapp's reason, if it disabled payment") @Nullable
        String disabledFor,

        @Schema(description = "What must hold before payment can be asked for, and does not")
        List<Precondition> missing,

        @Schema(description = "The requests so far, newest first")
        List<RequestResource> requests,

        @Schema(description = "What there is to do before the game sells")
        List<ReadinessResource> readiness) {

    static EnablementResource of(EnablementStatus status, List<ReadinessResource> readiness) {
        return new EnablementResource(
                status.enabled(),
                status.since(),
                status.disabledFor(),
                status.missing(),
                status.rounds().stream().map(RequestResource::of).toList(),
                readiness);
    }
}

package io.gatehouse.api;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.gatehouse.exemption.ExemptionStatus;

/** How it stands with a game's exemption. */
@Schema(name = "Exemption", description = "How it stands with a game's exemption from release approval")
record ExemptionResource(
        @Schema(description = "Whether releases need no approval now")
        boolean granted,

        @Schema(description = "The request under which it was granted last") @Nullable
        String request,

        @Nullable Instant grantedAt,
        @Nullable Instant revokedAt,

        @Schema(description = "The superapp's reason, if it revoked it") @Nullable
        String revokedFor,

        @Schema(description = "The requests so far, newest first")
        List<RequestResource> requests) {

    static ExemptionResource of(ExemptionStatus status) {
        return new ExemptionResource(
                status.granted(),
                status.request(),
                status.grantedAt(),
                status.revokedAt(),
                status.revokedFor(),
                status.rounds().stream().map(RequestResource::of).toList());
    }
}

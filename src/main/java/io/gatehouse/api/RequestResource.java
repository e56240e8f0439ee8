package io.gatehouse.api;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.gatehouse.core.Username;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.RequestStatus;
import io.gatehouse.requests.RequestView;

/** A request and where it stands. */
@Schema(name = "Request", description = "A request to the superapp, and where it stands")
record RequestResource(
        @Schema(example = "EN-20261123-0001") String number,
        RequestKind kind,

        @Schema(description = "0 in progress, 10 approved, 20 rejected, 30 withdrawn, 40 revoked", example = "0")
        int status,

        RequestStatus state,
        String subject,
        String message,
        String requestedBy,
        Instant requestedAt,

        @Schema(description = "When the decision is due") Instant dueAt,

        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note) {

    static RequestResource of(RequestView request) {
        return new RequestResource(
                request.number(),
                request.kind(),
                request.status().code(),
                request.status(),
                request.subject(),
                request.message(),
                request.requestedBy().value(),
                request.requestedAt(),
                request.dueAt(),
                name(request.decidedBy()),
                request.decidedAt(),
                request.note());
    }

    private static @Nullable String name(@Nullable Username person) {
        return person == null ? null : person.value();
    }
}

package io.gatehouse.api;

import java.time.Instant;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.gatehouse.delivery.RecoveryView;

/** How far it is to send again what failed. */
@Schema(name = "Recovery", description = "Notifications that failed since a time are sent again; how far that is")
record RecoveryResource(
        UUID id,
        Instant since,
        Instant askedAt,

        @Schema(description = "Notifications that are sent again; grows while more are looked for")
        int total,

        @Schema(description = "Those whose outcome is known")
        int settled,

        @Schema(description = "Those acknowledged; null before the end") @Nullable
        Integer acknowledged,

        @Schema(description = "Failed ones that are not sent again: their orders are delivered or paid back")
        int skipped,

        @Schema(description = "When all outcomes were known; null before") @Nullable
        Instant finishedAt) {

    static RecoveryResource of(RecoveryView recovery) {
        return new RecoveryResource(
                recovery.id(),
                recovery.since(),
                recovery.askedAt(),
                recovery.total(),
                recovery.settled(),
                recovery.acknowledged(),
                recovery.skipped(),
                recovery.finishedAt());
    }
}

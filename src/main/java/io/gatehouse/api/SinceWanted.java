package io.gatehouse.api;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.gatehouse.core.InvalidValue;

/** From when on something is done again. */
@Schema(name = "Since")
record SinceWanted(
        @Schema(
                description = "An instant in UTC",
                example = "2026-11-23T00:00:00Z",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        Instant since)
        implements JsonRequest {

    Instant required() {
        if (since == null) {
            throw new InvalidValue("since", "api.field-missing");
        }
        return since;
    }
}

package io.gatehouse.api;

import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a team says to the wish for a refund. */
@Schema(name = "Opinion")
record OpinionWanted(
        @Schema(
                allowableValues = {"agree", "object"},
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String opinion,

        @Schema(
                description = "Required to object: what was delivered, used, or agreed with the player",
                maxLength = 500)
        @Nullable
        String note)
        implements JsonRequest {

    /** As the form of that question checks it. */
    Map<String, Object> fields() {
        return Map.of("opinion", JsonRequest.text(opinion), "note", JsonRequest.text(note));
    }
}

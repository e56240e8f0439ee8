package io.gatehouse.api;

import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What shall become of an order that was not delivered. */
@Schema(name = "Resolution")
record ResolutionWanted(
        @Schema(
                allowableValues = {"resend", "confirm", "refund"},
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String resolution,

        @Schema(
                description = "To confirm: the evidence that the player has the item. To refund: the reason.",
                maxLength = 500)
        @Nullable
        String note)
        implements JsonRequest {

    /** As the form of that question checks it. */
    Map<String, Object> fields() {
        return Map.of("resolution", JsonRequest.text(resolution), "note", JsonRequest.text(note));
    }
}

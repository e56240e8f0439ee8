package io.gatehouse.api;

import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which merchant a team wants to be paid through. */
@Schema(name = "NewBinding")
record BindingWanted(
        @Schema(
                description = "As the superapp gave it out",
                example = "1900001234",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String merchantId,

        @Schema(description = "As the superapp knows it", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String merchantName,

        @Schema(
                description = "What the reviewer reads",
                minLength = 1,
                maxLength = 500,
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String message)
        implements JsonRequest {

    /** As the form of that request checks it. */
    Map<String, Object> fields() {
        return Map.of(
                "merchantId", JsonRequest.text(merchantId),
                "merchantName", JsonRequest.text(merchantName),
                "message", JsonRequest.text(message));
    }
}

package io.gatehouse.api;

import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;

/** A request that says nothing but its message. */
@Schema(name = "Message")
record MessageWanted(
        @Schema(
                description = "What the reviewer reads",
                minLength = 1,
                maxLength = 500,
                requiredMode = Schema.RequiredMode.REQUIRED)
        String message)
        implements JsonRequest {

    /** As the form of that request checks it. */
    Map<String, Object> fields() {
        return Map.of("message", JsonRequest.text(message));
    }
}

package io.gatehouse.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** Something the superapp ends, with its reason. */
@Schema(name = "Reason")
record ReasonWanted(
        @Schema(
                description = "What the team reads",
                minLength = 1,
                maxLength = 500,
                requiredMode = Schema.RequiredMode.REQUIRED)
        String reason)
        implements JsonRequest {

    ReasonWanted {
        reason = JsonRequest.text(reason);
    }
}

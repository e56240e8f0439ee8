package io.gatehouse.api;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which drafts shall be released. */
@Schema(name = "ReleaseWanted")
record ReleaseWanted(
        @Schema(description = "Ids of items; leave them out for every draft of the game") @Nullable
        List<String> items,

        @Schema(
                description = "What the reviewer reads",
                minLength = 1,
                maxLength = 500,
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String message)
        implements JsonRequest {

    Map<String, Object> fields() {
        return Map.of("message", JsonRequest.text(message));
    }
}

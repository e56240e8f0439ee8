package io.gatehouse.api;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.gatehouse.core.AppId;
import io.gatehouse.exemption.RevocationWanted;
import io.gatehouse.exemption.Takedown;

/** That an exemption shall end, and what becomes of the items released under it. */
@Schema(name = "NewRevocation")
record RevocationAsked(
        @Schema(
                description = "What the team reads",
                minLength = 1,
                maxLength = 500,
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String reason,

        @Schema(description = "Which items are taken down with it; NONE if it is left out") @Nullable
        Takedown takedown,

        @Schema(description = "Ids of items, for CHOSEN") @Nullable
        List<String> items)
        implements JsonRequest {

    RevocationWanted of(AppId game) {
        return new RevocationWanted(
                game,
                JsonRequest.text(reason),
                takedown == null ? Takedown.NONE : takedown,
                items == null
                        ? List.of()
                        : items.stream().map(JsonRequest::text).toList());
    }
}

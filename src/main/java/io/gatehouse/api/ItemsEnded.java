package io.gatehouse.api;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.gatehouse.catalogue.ItemCode;

/** Items that shall sell no longer, and why. */
@Schema(name = "ItemsEnded")
record ItemsEnded(
        @Schema(description = "Ids of items", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        List<String> items,

        @Schema(minLength = 1, maxLength = 500, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String reason)
        implements JsonRequest {

    List<ItemCode> codes() {
        return items == null
                ? List.of()
                : items.stream()
                        .distinct()
                        .map(JsonRequest::text)
                        .map(ItemCode::new)
                        .toList();
    }
}

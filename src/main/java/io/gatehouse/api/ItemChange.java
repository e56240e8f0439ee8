package io.gatehouse.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an item's next draft says; its picture has a route of its own. */
@Schema(name = "ItemChange")
record ItemChange(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String name,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        PriceWanted price,

        @Schema(maxLength = 1024) @Nullable String remark)
        implements JsonRequest {}

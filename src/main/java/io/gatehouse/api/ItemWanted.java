package io.gatehouse.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new item. */
@Schema(name = "NewItem")
record ItemWanted(
        @Schema(
                description = "1 to 64 letters, digits, _ or -; never changed and never used again",
                example = "gem_100",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String code,

        @Schema(example = "100 gems", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String name,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        PriceWanted price,

        @Schema(maxLength = 1024) @Nullable String remark,

        @Schema(
                description = "PNG or JPEG of at most 2 MB and 100 to 2000 pixels a side, in base64",
                type = "string",
                format = "byte",
                requiredMode = Schema.RequiredMode.REQUIRED)
        byte @Nullable [] picture)
        implements JsonRequest {}

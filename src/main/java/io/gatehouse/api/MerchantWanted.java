package io.gatehouse.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A merchant as it shall be. */
@Schema(name = "NewMerchant")
record MerchantWanted(
        @Schema(maxLength = 100, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String name,

        @Schema(description = "ISO 4217", example = "USD", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String currency)
        implements JsonRequest {}

package io.gatehouse.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.gatehouse.delivery.Form;

/** Where a game wants to be notified. */
@Schema(name = "NewConfiguration")
record ConfigurationWanted(
        @Schema(
                description = "For live orders; http means port 80, https port 443, and any other port is refused",
                example = "https://game.example/deliver",
                maxLength = 512,
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String url,

        @Schema(
                description = "For tests and sandbox orders",
                example = "https://test.game.example/deliver",
                maxLength = 512,
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String testUrl,

        @Schema(description = "Of the body; left out, it stays what it was, A at first") @Nullable
        Form form)
        implements JsonRequest {}

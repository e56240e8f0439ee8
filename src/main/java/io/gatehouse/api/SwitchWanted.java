package io.gatehouse.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.gatehouse.core.InvalidValue;

/** How a switch shall stand. */
@Schema(name = "Switch")
record SwitchWanted(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Boolean on) implements JsonRequest {

    boolean required() {
        if (on == null) {
            throw new InvalidValue("on", "api.field-missing");
        }
        return on;
    }
}

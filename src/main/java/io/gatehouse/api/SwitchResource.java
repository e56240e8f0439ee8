package io.gatehouse.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** How a switch stands. */
@Schema(name = "SwitchState")
record SwitchResource(boolean on) {}

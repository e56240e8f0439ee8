package io.gatehouse.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** How many notifications go out again. */
@Schema(name = "Resent")
record Resent(int notifications) {}

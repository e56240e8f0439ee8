package io.gatehouse.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** What is wrong with one field of a call. */
@Schema(description = "What is wrong with one field of a call")
record FieldProblem(
        @Schema(description = "The field as the caller spelt it", example = "price.minor")
        String field,

        @Schema(
                description = "The rule that is broken; it never changes, unlike its sentence",
                example = "item.price-out-of-range")
        String rule,

        @Schema(description = "The rule, what was kept and the way out, in the language of Accept-Language")
        String detail) {}

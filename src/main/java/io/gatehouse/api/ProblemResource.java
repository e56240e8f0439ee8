package io.gatehouse.api;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

/** How {@link Problems} look on the wire, for the description. */
@Schema(name = "Problem", description = "Problem details (RFC 9457)")
record ProblemResource(
        @Schema(description = "The address that explains this kind of problem", format = "uri")
        String type,

        String title,
        int status,

        @Schema(description = "What happened, what was kept and what to do, in the language of Accept-Language")
        String detail,

        @Schema(description = "The path that was called") String instance,

        @Schema(description = "The rule; it never changes, unlike its sentence", example = "enablement.no-open-request")
        String code,

        @Schema(description = "The fields at fault, if it is about fields")
        List<FieldProblem> errors) {}

package io.gatehouse.api;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.gatehouse.catalogue.VersionView;

/** One version of an item; it never changes. */
@Schema(name = "ItemVersion", description = "One version of an item; it never changes")
record ItemVersionResource(
        int number,
        String name,
        Amount price,

        @Schema(description = "The path of the picture; it always shows this picture", example = "/pictures/6b0d…")
        String picture,

        String remark,
        String madeBy,
        Instant madeAt,

        @Schema(description = "form, api, or the number of an import")
        String origin) {

    static ItemVersionResource of(VersionView version) {
        return new ItemVersionResource(
                version.number(),
                version.name(),
                Amount.of(version.price()),
                version.pictureUrl(),
                version.remark(),
                version.madeBy().value(),
                version.madeAt(),
                version.origin());
    }

    static @Nullable ItemVersionResource orNull(@Nullable VersionView version) {
        return version == null ? null : of(version);
    }
}

package io.gatehouse.api;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.gatehouse.catalogue.ItemView;

/** An item: what sells, and what is on its way. */
@Schema(name = "Item", description = "An item: what sells, and what is on its way")
record ItemResource(
        @Schema(example = "gem_100") String code,

        @Schema(description = "What sells; null if nothing does") @Nullable
        ItemVersionResource released,

        @Schema(description = "What is on its way; null if nothing is") @Nullable
        ItemVersionResource draft,

        @Schema(
                description = "Where the draft stands",
                allowableValues = {"NONE", "DRAFT", "IN_REVIEW", "REJECTED"})
        String draftState,

        @Schema(description = "The release request the draft is in, or was in last") @Nullable
        String request,

        @Schema(description = "Why the draft was rejected") @Nullable
        String objection,

        @Schema(description = "Why it sells no longer") @Nullable
        RemovalResource removal,

        @Schema(description = "Whether what sells was released under an exemption, without approval")
        boolean releasedExempt,

        Instant changedAt,
        String changedBy) {

    /** Why an item is sold no longer. */
    @Schema(name = "Removal")
    record RemovalResource(
            Instant at,
            String by,
            String reason,

            @Schema(description = "Whether the superapp took it down")
            boolean bySuperapp) {}

    static ItemResource of(ItemView item) {
        var removal = item.removal();
        return new ItemResource(
                item.code(),
                ItemVersionResource.orNull(item.released()),
                ItemVersionResource.orNull(item.draft()),
                item.draftState(),
                item.request(),
                item.objection(),
                removal == null
                        ? null
                        : new RemovalResource(
                                removal.at(), removal.by().value(), removal.reason(), removal.bySuperapp()),
                item.releasedExempt(),
                item.changedAt(),
                item.changedBy().value());
    }
}

package io.gatehouse.api;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

import io.gatehouse.exemption.ExemptItem;
import io.gatehouse.exemption.RevocationImpact;

/** What the revocation of an exemption would touch. */
@Schema(name = "RevocationImpact", description = "What the revocation of an exemption would touch")
record ImpactResource(
        @Schema(description = "Released under it and on sale")
        List<ExemptItemResource> items,

        @Schema(description = "Numbers of their orders that are paid and not settled; these deliver and refund as ever")
        List<String> ordersInFlight,

        @Schema(description = "Taking down more items than this needs a second person")
        int secondPersonAbove) {

    /** An item released without approval. */
    @Schema(name = "ExemptItem")
    record ExemptItemResource(String code, String name, Amount price, String picture) {

        static ExemptItemResource of(ExemptItem item) {
            return new ExemptItemResource(item.code(), item.name(), Amount.of(item.price()), item.pictureUrl());
        }
    }

    static ImpactResource of(RevocationImpact impact) {
        return new ImpactResource(
                impact.items().stream().map(ExemptItemResource::of).toList(),
                impact.ordersInFlight(),
                impact.secondPersonAbove());
    }
}

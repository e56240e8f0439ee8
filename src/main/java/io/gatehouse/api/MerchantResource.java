package io.gatehouse.api;

import io.swagger.v3.oas.annotations.media.Schema;

import io.gatehouse.merchant.EffectiveMerchant;

/** A merchant the superapp has taken in. */
@Schema(name = "Merchant", description = "A merchant the superapp has taken in")
record MerchantResource(
        @Schema(example = "1900001234") String id,
        String name,

        @Schema(description = "ISO 4217; it never changes", example = "USD")
        String currency) {

    static MerchantResource of(EffectiveMerchant merchant) {
        return new MerchantResource(
                merchant.id().value(), merchant.name(), merchant.currency().getCurrencyCode());
    }
}

package io.gatehouse.api;

import java.util.List;
import java.util.Optional;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.gatehouse.merchant.EffectiveMerchant;
import io.gatehouse.requests.RequestView;

/** The merchant a team is paid through. */
@Schema(name = "Binding", description = "The merchant a team is paid through")
record BindingResource(
        @Schema(description = "Null while none is bound; then nothing is sold") @Nullable
        MerchantResource merchant,

        @Schema(description = "The requests so far, newest first")
        List<RequestResource> requests) {

    static BindingResource of(Optional<EffectiveMerchant> merchant, List<RequestView> requests) {
        return new BindingResource(
                merchant.map(MerchantResource::of).orElse(null),
                requests.stream().map(RequestResource::of).toList());
    }
}

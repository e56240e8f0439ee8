package io.gatehouse.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.gatehouse.access.Capability;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.merchant.EffectiveMerchant;
import io.gatehouse.merchant.MerchantId;
import io.gatehouse.merchant.Merchants;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Merchants", description = "The merchants of the superapp, and its own payment switch")
class MerchantsApi {

    private static final int PAGE = 50;

    private final Merchants merchants;

    MerchantsApi(Merchants merchants) {
        this.merchants = merchants;
    }

    @GetMapping("/merchants")
    @Requires(value = Capability.MERCHANT_MANAGE, onGame = false)
    @Operation(summary = "api.does.merchants.list")
    Listing<MerchantResource> list(
            @Parameter(description = "Part of a name or an id") @RequestParam(defaultValue = "") String search,
            @RequestParam(required = false) @Nullable String cursor) {
        return Listing.of(cursor, it -> merchants.search(search, it, PAGE), MerchantResource::of);
    }

    @PutMapping("/merchants/{id}")
    @Requires(value = Capability.MERCHANT_MANAGE, onGame = false)
    @Operation(summary = "api.does.merchants.save")
    MerchantResource save(
            Person me,
            @Parameter(description = "The id of a merchant, as the superapp gives it out") @PathVariable String id,
            @RequestBody MerchantWanted wanted) {
        return MerchantResource.of(merchants.manage(
                new MerchantId(id),
                JsonRequest.text(wanted.name()).strip(),
                EffectiveMerchant.currency(JsonRequest.text(wanted.currency())),
                me.username()));
    }

    @GetMapping("/payment-switch")
    @Requires(value = Capability.MERCHANT_MANAGE, onGame = false)
    @Operation(summary = "api.does.merchants.payment-switch")
    SwitchResource paymentSwitch() {
        return new SwitchResource(merchants.paymentSwitchedOn());
    }

    @PutMapping("/payment-switch")
    @Requires(value = Capability.MERCHANT_MANAGE, onGame = false)
    @Operation(summary = "api.does.merchants.turn")
    SwitchResource turn(Person me, @RequestBody SwitchWanted wanted) {
        merchants.switchPayment(wanted.required(), me.username());
        return paymentSwitch();
    }
}

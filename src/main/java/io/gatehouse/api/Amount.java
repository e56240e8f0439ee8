package io.gatehouse.api;

import io.swagger.v3.oas.annotations.media.Schema;

import io.gatehouse.core.Money;

/** Money on the wire of the API: an integer in minor units, and its currency. */
@Schema(description = "Money: an integer in the minor units of its currency, never a decimal number")
record Amount(
        @Schema(description = "In minor units: cents for USD, yen for JPY", example = "499")
        long minor,

        @Schema(description = "ISO 4217", example = "USD") String currency) {

    static Amount of(Money money) {
        return new Amount(money.minor(), money.currency().getCurrencyCode());
    }
}

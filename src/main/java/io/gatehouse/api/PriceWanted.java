package io.gatehouse.api;

import java.util.Currency;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Money;

/** An amount a caller sends. */
@Schema(name = "AmountWanted")
record PriceWanted(
        @Schema(
                description = "In the minor units of the currency",
                example = "499",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        Long minor,

        @Schema(
                description = "That of the team's merchant",
                example = "USD",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String currency) {

    /** @throws InvalidValue unless both are there and the currency is the one expected */
    Money in(String field, Currency expected) {
        if (minor == null) {
            throw new InvalidValue(field + ".minor", "api.field-missing");
        }
        if (!expected.getCurrencyCode().equals(currency)) {
            throw new InvalidValue(
                    field + ".currency", "api.other-currency", JsonRequest.text(currency), expected.getCurrencyCode());
        }
        return new Money(minor, expected);
    }
}

package io.gatehouse.merchant;

import java.util.Currency;

import io.gatehouse.core.InvalidValue;

/** A merchant, with the currency all its items are priced and paid in. */
public record EffectiveMerchant(MerchantId id, String name, Currency currency) {

    /**
     * A currency by its code.
     *
     * @throws InvalidValue for no code of ISO 4217
     */
    public static Currency currency(String code) {
        try {
            return Currency.getInstance(code.strip());
        } catch (IllegalArgumentException e) {
            throw new InvalidValue("currency", "merchant.currency-unknown", code);
        }
    }
}

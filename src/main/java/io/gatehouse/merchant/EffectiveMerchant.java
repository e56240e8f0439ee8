package io.gatehouse.merchant;

import java.util.Currency;

/** A merchant, with the currency all its items are priced and paid in. */
public record EffectiveMerchant(MerchantId id, String name, Currency currency) {}

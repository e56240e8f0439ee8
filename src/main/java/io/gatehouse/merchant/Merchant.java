package io.gatehouse.merchant;

import java.util.Currency;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** A merchant the superapp has taken in. It is paid in one currency. */
@Entity
class Merchant {

    @Id
    private String id;

    private String name;
    private Currency currency;

    @Version
    private long version;

    @SuppressWarnings("NullAway")
    protected Merchant() {}

    Merchant(MerchantId id, String name, Currency currency) {
        this.id = id.value();
        this.name = name;
        this.currency = currency;
    }

    Merchant rename(String name) {
        this.name = name;
        return this;
    }

    EffectiveMerchant view() {
        return new EffectiveMerchant(new MerchantId(id), name, currency);
    }
}

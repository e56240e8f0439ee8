package io.gatehouse.merchant;

import java.io.Serializable;
import java.util.regex.Pattern;

import io.gatehouse.core.InvalidValue;

/** A payee of the superapp, as it gives merchants out: {@code mchid}. */
public record MerchantId(String value) implements Serializable {

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    public MerchantId {
        if (!VALID.matcher(value).matches()) {
            throw new InvalidValue("merchantId", "merchant.id-invalid", value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

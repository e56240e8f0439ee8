package io.gatehouse.catalogue;

import java.util.regex.Pattern;

import io.gatehouse.core.InvalidValue;

/** The developer's own identifier of an item: unique within a game, case-sensitive, never changed and never reused. */
public record ItemCode(String value) {

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public ItemCode {
        if (!VALID.matcher(value).matches()) {
            throw new InvalidValue("code", value.isEmpty() ? "item.code-missing" : "item.code-invalid", value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

package io.gatehouse.core;

import java.io.Serializable;
import java.util.regex.Pattern;

/** The id of a mini game (or mini program) on the superapp, for example {@code wx7f20c4a19be3}. */
public record AppId(String value) implements Serializable {

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public AppId {
        if (!VALID.matcher(value).matches()) {
            throw new InvalidValue("appid", "appid.invalid", value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

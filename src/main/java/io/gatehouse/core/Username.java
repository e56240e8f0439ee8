package io.gatehouse.core;

import java.io.Serializable;
import java.util.regex.Pattern;

/** The sign-in name of a person, for example {@code senior-developer}. */
public record Username(String value) implements Serializable {

    private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

    public Username {
        if (!VALID.matcher(value).matches()) {
            throw new InvalidValue("username", "username.invalid", value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

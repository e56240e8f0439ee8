package io.gatehouse.core;

import java.io.Serializable;
import java.util.regex.Pattern;

/** The id of a mini program team, for example {@code northlight}. */
public record TeamId(String value) implements Serializable {

    private static final Pattern VALID = Pattern.compile("[a-z0-9-]{1,40}");

    public TeamId {
        if (!VALID.matcher(value).matches()) {
            throw new InvalidValue("team", "team.invalid", value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

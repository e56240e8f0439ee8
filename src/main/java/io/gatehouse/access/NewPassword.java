package io.gatehouse.access;

import java.util.Locale;

import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Username;

/** A password somebody chooses: long, and not what everybody would try first. */
record NewPassword(String value) {

    static final int SHORTEST = 12;
    private static final int LONGEST = 128;

    /** @throws InvalidValue at the field {@code password} */
    static NewPassword of(Username of, String typed) {
        var length = typed.codePointCount(0, typed.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new InvalidValue("password", "password.length", SHORTEST, LONGEST);
        }
        var plain = typed.toLowerCase(Locale.ROOT);
        if (plain.contains(of.value())
                || plain.contains("gatehouse")
                || plain.chars().distinct().count() < 5) {
            throw new InvalidValue("password", "password.guessable");
        }
        return new NewPassword(typed);
    }

    @Override
    public String toString() {
        return "********";
    }
}

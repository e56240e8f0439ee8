package io.gatehouse.credentials;

import java.util.regex.Pattern;

/** The key a game and Gatehouse sign with: 32 letters and digits, with a digit, an upper and a lower case letter. */
public record AppKey(String value) {

    private static final Pattern VALID =
            Pattern.compile("(?=.*[0-9])(?=.*[A-Z])(?=.*[a-z])[A-Za-z0-9]{" + Randoms.KEY_LENGTH + "}");

    public AppKey {
        if (!VALID.matcher(value).matches()) {
            // never with the value itself: messages are logged
            throw new IllegalArgumentException("An AppKey has 32 letters and digits, of every kind at least one");
        }
    }

    static AppKey random() {
        while (true) {
            var text = Randoms.alphanumeric(Randoms.KEY_LENGTH);
            if (VALID.matcher(text).matches()) {
                return new AppKey(text);
            }
        }
    }

    @Override
    public String toString() {
        return "********";
    }
}

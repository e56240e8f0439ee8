package io.gatehouse.access;

/**
 * A token just made.
 *
 * @param text what its program shows; it is never told again
 */
public record NewApiToken(String text, ApiTokenView token) {

    @Override
    public String toString() {
        return "NewApiToken[text=********, token=%s]".formatted(token.id());
    }
}

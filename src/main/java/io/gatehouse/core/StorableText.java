package io.gatehouse.core;

/**
 * What a column of the database takes and gives back unchanged: no U+0000, which it refuses, and no half of a pair of
 * surrogates, which would become a question mark.
 */
public final class StorableText {

    private StorableText() {}

    public static boolean isStorable(String text) {
        for (var i = 0; i < text.length(); i++) {
            var unit = text.charAt(i);
            if (unit == '\0' || Character.isLowSurrogate(unit)) {
                return false;
            }
            if (Character.isHighSurrogate(unit)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}

package io.gatehouse.core;

/** What strangers have written, made such that a database and a page can hold it and it shows nothing but itself. */
public final class ForeignText {

    private static final char REPLACEMENT = '\ufffd';

    private ForeignText() {}

    /** The same with a mark in place of whatever steers a terminal, turns the direction of reading, or is half a letter. */
    public static String plain(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (isSly(text, i)) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        var plain = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            plain.append(isSly(text, i) ? REPLACEMENT : text.charAt(i));
        }
        return plain.toString();
    }

    private static boolean isSly(String text, int index) {
        var character = text.charAt(index);
        if (character < 0x7f) {
            return character < ' ' && character != '\n' && character != '\r' && character != '\t';
        }
        return Character.isISOControl(character)
                || isTurn(character)
                || Character.isSurrogate(character) && isHalf(text, index);
    }

    private static boolean isTurn(char character) {
        return character == '\u061c'
                || character == '\u200e'
                || character == '\u200f'
                || character >= '\u202a' && character <= '\u202e'
                || character >= '\u2066' && character <= '\u2069';
    }

    private static boolean isHalf(String text, int index) {
        return Character.isHighSurrogate(text.charAt(index))
                ? index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1))
                : index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
    }
}

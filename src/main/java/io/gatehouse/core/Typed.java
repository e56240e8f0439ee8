package io.gatehouse.core;

import java.util.regex.Pattern;

/** What a person typed for others to read: it shows nothing but itself. */
public final class Typed {

    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern SLY = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");

    private Typed() {}

    /** As {@link #lines}; @throws InvalidValue unless it {@link #isPlain} */
    public static String text(String field, String typed) {
        var text = lines(typed);
        if (!isPlain(text)) {
            throw new InvalidValue(field, "text.sly");
        }
        return text;
    }

    /** The same with one kind of line end, as browsers count it, and nothing around. */
    public static String lines(String typed) {
        return LINE_END.matcher(typed).replaceAll("\n").strip();
    }

    /** Whether it has no characters that cannot be seen or that turn the text around them. */
    public static boolean isPlain(String text) {
        return !SLY.matcher(text).find();
    }

    /** How many characters a person counts in it. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}

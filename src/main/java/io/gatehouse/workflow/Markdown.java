package io.gatehouse.workflow;

import java.text.Bidi;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What people wrote, for the texts of forms, which are Markdown: it reads as it was written. */
public final class Markdown {

    private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}");
    private static final char ISOLATE = '\u2068';
    private static final char END_OF_ISOLATE = '\u2069';

    private Markdown() {}

    /** On one line, to stand within a sentence. */
    public static String line(String text) {
        return plain(text.strip().replaceAll("\\s*\\R\\s*", " "));
    }

    /** With its lines, to stand behind the mark of a quotation. */
    public static String quote(String text) {
        return text.strip().lines().map(it -> plain(it.strip())).collect(Collectors.joining("\n> "));
    }

    private static String plain(String line) {
        var escaped = PUNCTUATION.matcher(line).replaceAll("\\\\$0");
        return standsApart(line) ? ISOLATE + escaped + END_OF_ISOLATE : escaped;
    }

    /**
     * Whether it would turn the words around it, or keep Markdown from seeing the emphasis it stands in: that ends before
     * punctuation only where a blank follows, and Chinese has none.
     */
    private static boolean standsApart(String line) {
        var letters = line.toCharArray();
        return letters.length > 0
                && (Bidi.requiresBidi(letters, 0, letters.length)
                        || !Character.isLetterOrDigit(line.codePointAt(0))
                        || !Character.isLetterOrDigit(line.codePointBefore(line.length())));
    }
}

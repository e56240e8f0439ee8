package io.gatehouse.core;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Where the next page of a list by name begins: behind that name, and of those of the same name behind that id. */
public record SearchKey(String id, String name) {

    /** @param after as {@link #text} wrote it; null for the first page */
    public static SearchKey of(@Nullable String after) {
        if (after == null) {
            return new SearchKey("", "");
        }
        var parts = storable(after).split("~", 2);
        if (parts.length < 2) {
            throw new InvalidValue("after", "list.no-page", after);
        }
        return new SearchKey(parts[0], parts[1]);
    }

    public static String text(Object id, String name) {
        return id + "~" + name;
    }

    /** What was typed to look for, without blanks around it; null is nothing. */
    public static String typed(@Nullable String text) {
        return text == null ? "" : storable(text).strip();
    }

    /** A pattern for what has that text in it in lower case, with {@code !} before what is no wildcard. */
    public static String like(String text) {
        return "%" + typed(text).toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }

    /** The database refuses texts with this character. */
    private static String storable(String text) {
        return text.replace("\0", "");
    }
}

package io.gatehouse.access;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.InvalidValue;

/**
 * What somebody means who typed an id or a part of a name, where there may be too many to choose from.
 *
 * @param field where it was typed
 * @param id what is meant; null if nothing was typed, or if it is not clear
 * @param choices what it may mean
 * @param more whether it may mean others, too
 */
public record Meant(String field, String text, @Nullable String id, List<Choice> choices, boolean more) {

    /** Something it may mean. */
    public record Choice(String id, String name) {

        @Override
        public String toString() {
            return name + " (" + id + ")";
        }
    }

    static Meant nothing(String field) {
        return new Meant(field, "", null, List.of(), false);
    }

    static Meant exactly(String field, String id) {
        return new Meant(field, id, id, List.of(), false);
    }

    /** One of some, of which there is one only if it is clear. */
    static Meant among(String field, String text, List<Choice> choices, boolean more) {
        return new Meant(field, text, choices.size() == 1 ? choices.get(0).id() : null, choices, more);
    }

    /** Whether somebody has to say first what is meant. */
    public boolean isUnclear() {
        return id == null && !text.isEmpty();
    }

    /**
     * The id of what is meant; null if nothing was typed.
     *
     * @throws InvalidValue with what it may mean, if that is not clear
     */
    public @Nullable String clear() {
        if (!isUnclear()) {
            return id;
        }
        throw choices.isEmpty()
                ? new InvalidValue(field, "lookup.nothing", text)
                : new InvalidValue(field, "lookup.unclear", text, inWords());
    }

    private String inWords() {
        return String.join(", ", choices.stream().map(Choice::toString).toList()) + (more ? ", …" : "");
    }
}

package io.gatehouse.catalogue;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Typed;

/**
 * What a reviewer says of one item.
 *
 * @param note required to reject, at most 500 characters; the team reads it
 */
public record Verdict(boolean approve, @Nullable String note) {

    static final int LONGEST_NOTE = 500;

    public Verdict {
        note = note == null || note.isBlank() ? null : Typed.text("note", note);
        if (!approve && note == null) {
            throw new InvalidValue("note", "request.note-required");
        }
        if (note != null && Typed.length(note) > LONGEST_NOTE) {
            throw new InvalidValue("note", "release.note-too-long", LONGEST_NOTE);
        }
    }

    public static Verdict approved() {
        return new Verdict(true, null);
    }

    public static Verdict rejected(String note) {
        return new Verdict(false, note);
    }
}

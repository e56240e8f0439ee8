package io.gatehouse.audit;

import org.jspecify.annotations.Nullable;

/**
 * The first thing that is wrong with the chain.
 *
 * @param position the place in the chain
 * @param through where it may reach at most: the position of the head that disagrees, else the same place
 * @param entry the id of the row there, as far as there is one
 */
public record Fault(
        Kind kind, long position, long through, @Nullable Long entry) {

    static Fault at(Kind kind, long position, @Nullable Long entry) {
        return new Fault(kind, position, position, entry);
    }

    /** What was done to the row. */
    public enum Kind {
        /** Its content or its hash is not what was sealed. */
        CHANGED,
        /** It, or its seal, is gone, although later rows are there. */
        REMOVED,
        /** It stands where another one stands already or should stand. */
        INSERTED,
        /** It and all after it were hashed again: a head written out earlier says otherwise. */
        REWRITTEN,
        /** The chain ends here, but a head written out earlier says that it went on. */
        CUT_OFF,
        /** It was written long ago and never sealed. */
        NEVER_SEALED
    }
}

package io.gatehouse.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What the verifier found.
 *
 * @param at when it looked
 * @param checked how many rows it read, up to the first bad one
 * @param last the last position that is in order
 * @param hash the hash there
 * @param against the latest written head that agrees; null if there is none yet
 * @param fault the first bad row; null if there is none
 * @param waiting rows that are written but not yet sealed
 */
public record Verdict(
        Instant at,
        long checked,
        long last,
        String hash,
        @Nullable Head against,
        @Nullable Fault fault,
        long waiting) {

    public boolean isUnbroken() {
        return fault == null;
    }

    /** The hash, shortened for people: its first and its last groups of four. */
    public String shortHash() {
        return hash.substring(0, 4) + " " + hash.substring(4, 8) + " " + hash.substring(8, 12) + " … "
                + hash.substring(56, 60) + " " + hash.substring(60);
    }

    Verdict waiting(long rows, @Nullable Fault instead) {
        return new Verdict(at, checked, last, hash, against, fault == null ? instead : fault, rows);
    }
}

package io.gatehouse.audit;

import org.jspecify.annotations.Nullable;

/**
 * Where the log rows of a case stand in the chain, and whether the chain holds there.
 *
 * @param rows how many rows the case has
 * @param first the position of its first sealed row; 0 if none is sealed yet
 * @param last the position of its last sealed row
 * @param through how far the chain is needed to prove it: the next head that was written out, else its end
 * @param verdict of the chain from the first row through there; null if that is too far to check while somebody waits
 */
public record Proof(
        int rows,
        long first,
        long last,
        long through,
        @Nullable Verdict verdict) {}

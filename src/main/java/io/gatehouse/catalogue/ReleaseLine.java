package io.gatehouse.catalogue;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One item of a release request.
 *
 * @param before the version that sold when it was asked for; null if none did
 */
record ReleaseLine(
        UUID item,
        String code,
        int version,
        @Nullable Integer before,
        Outcome outcome,
        @Nullable String verdict,
        @Nullable String note,
        @Nullable String decidedBy,
        @Nullable String againVerdict,
        @Nullable String againNote) {

    /** Where it stands. */
    enum Outcome {
        OPEN,
        APPROVED,
        RELEASED,
        REJECTED,
        WITHDRAWN,
        DROPPED
    }

    /** Whether the review at hand still has to decide it. */
    boolean isUndecided(boolean again) {
        if (outcome != Outcome.OPEN) {
            return false;
        }
        return again ? isApprovedFirst() && againVerdict == null : verdict == null;
    }

    boolean isApprovedFirst() {
        return "APPROVED".equals(verdict);
    }

    /** Approved by everybody who has decided it. */
    boolean isApproved() {
        return isApprovedFirst() && !"REJECTED".equals(againVerdict);
    }

    String reason() {
        return againNote != null && "REJECTED".equals(againVerdict) ? againNote : note == null ? "" : note;
    }
}

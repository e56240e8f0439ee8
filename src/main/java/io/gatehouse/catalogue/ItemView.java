package io.gatehouse.catalogue;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.Username;

/**
 * An item as pages show it.
 *
 * @param released what sells; null if nothing does
 * @param draft what is on its way; null if nothing is
 * @param draftState {@code NONE}, {@code DRAFT}, {@code IN_REVIEW} or {@code REJECTED}
 * @param request the release request the draft is in, or was in last
 * @param objection why the draft was rejected
 * @param removal why it sells no longer
 */
public record ItemView(
        String code,
        @Nullable VersionView released,
        @Nullable VersionView draft,
        String draftState,
        @Nullable String request,
        @Nullable String objection,
        @Nullable Removal removal,
        boolean releasedExempt,
        boolean everReleased,
        int latest,
        Instant changedAt,
        Username changedBy) {

    /** The version an editor starts from. */
    public VersionView current() {
        return draft != null ? draft : Objects.requireNonNull(released);
    }

    public boolean isInReview() {
        return "IN_REVIEW".equals(draftState);
    }

    public boolean isRejected() {
        return "REJECTED".equals(draftState);
    }

    public boolean isRemoved() {
        return removal != null;
    }

    public boolean isEditable() {
        return !isInReview();
    }

    public boolean isReleasable() {
        return draft != null && !isInReview();
    }

    public boolean isDeletable() {
        return !everReleased && !isInReview();
    }

    /** Whether the draft costs something else than what sells. */
    public boolean isPriceChanging() {
        return draft != null && released != null && !draft.price().equals(released.price());
    }
}

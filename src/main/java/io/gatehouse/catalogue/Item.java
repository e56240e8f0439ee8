package io.gatehouse.catalogue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.AppId;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Username;

/**
 * An item of a game: it points at its released version, which sells, and at its draft, which is on its way. The versions
 * themselves never change.
 */
@Entity
class Item {

    @Id
    private UUID id;

    private AppId game;
    private String code;
    private int latest;
    private @Nullable Integer draft;

    @Enumerated(EnumType.STRING)
    private DraftState draftState;

    private @Nullable String request;
    private @Nullable String objection;
    private @Nullable Integer released;
    private @Nullable Instant releasedAt;
    private boolean releasedExempt;
    private @Nullable Instant firstReleasedAt;

    @Embedded
    private @Nullable Removal removed;

    private boolean deleted;
    private Instant changedAt;
    private Username changedBy;

    @Version
    private @Nullable Long revision;

    @SuppressWarnings("NullAway")
    protected Item() {}

    /** A new item; its first version is its draft. */
    Item(UUID id, AppId game, ItemCode code, Username by, Instant at) {
        this.id = id;
        this.game = game;
        this.code = code.value();
        this.latest = 1;
        this.draft = 1;
        this.draftState = DraftState.DRAFT;
        this.changedBy = by;
        this.changedAt = at;
    }

    /** Makes the next version its draft; the released one sells on. */
    Item edit(Username by, Instant at) {
        requireEditable();
        latest = latest + 1;
        draft = latest;
        draftState = DraftState.DRAFT;
        return changed(by, at);
    }

    void requireEditable() {
        requireExisting();
        IllegalTransition.unless(draftState != DraftState.IN_REVIEW, "item.in-review", code, String.valueOf(request));
    }

    /** Locks the draft until the request is decided or withdrawn. */
    Item submit(String releaseRequest) {
        requireReleasable();
        draftState = DraftState.IN_REVIEW;
        request = releaseRequest;
        objection = null;
        return this;
    }

    void requireReleasable() {
        requireEditable();
        IllegalTransition.unless(draft != null, "item.nothing-to-release", code);
    }

    /** The request was withdrawn: the draft may be edited again. */
    Item returnToDraft(String releaseRequest) {
        requireInReviewUnder(releaseRequest);
        draftState = DraftState.DRAFT;
        return this;
    }

    /** A reviewer said no. */
    Item reject(String releaseRequest, String reason) {
        requireInReviewUnder(releaseRequest);
        draftState = DraftState.REJECTED;
        objection = reason;
        return this;
    }

    /** The draft sells from now on, in place of the version released before. */
    Item release(String releaseRequest, boolean exempt, Instant at) {
        requireInReviewUnder(releaseRequest);
        released = draft;
        releasedAt = at;
        releasedExempt = exempt;
        firstReleasedAt = firstReleasedAt == null ? at : firstReleasedAt;
        draft = null;
        draftState = DraftState.NONE;
        removed = null;
        return this;
    }

    /** Stops sales at once. What was released becomes a draft again, unless there is a newer one. */
    Item remove(Removal removal) {
        requireExisting();
        IllegalTransition.unless(released != null, "item.not-released", code);
        if (draft == null || draftState == DraftState.IN_REVIEW) {
            draft = draft == null ? released : draft;
            draftState = DraftState.DRAFT;
        }
        released = null;
        releasedAt = null;
        releasedExempt = false;
        removed = removal;
        return changed(removal.by(), removal.at());
    }

    /** Takes away what was never released; its id stays used. */
    Item delete(Username by, Instant at) {
        requireExisting();
        IllegalTransition.unless(firstReleasedAt == null, "item.was-released", code);
        IllegalTransition.unless(draftState != DraftState.IN_REVIEW, "item.in-review", code, String.valueOf(request));
        deleted = true;
        return changed(by, at);
    }

    /** A deleted item keeps its id from ever being used again. */
    void requireNotDeletedBefore() {
        if (deleted) {
            throw new InvalidValue("code", "item.code-was-used", code);
        }
    }

    UUID id() {
        return id;
    }

    AppId game() {
        return game;
    }

    String code() {
        return code;
    }

    int latest() {
        return latest;
    }

    Optional<Integer> draft() {
        return Optional.ofNullable(draft);
    }

    Optional<Integer> released() {
        return Optional.ofNullable(released);
    }

    /** The version an editor starts from. */
    int current() {
        return draft != null ? draft : released != null ? released : latest;
    }

    boolean isDeleted() {
        return deleted;
    }

    boolean isInReview() {
        return draftState == DraftState.IN_REVIEW;
    }

    boolean isInReviewUnder(String releaseRequest) {
        return isInReview() && releaseRequest.equals(request);
    }

    @Nullable
    Removal removal() {
        return removed;
    }

    boolean isTakenDownBySuperapp() {
        return removed != null && removed.bySuperapp();
    }

    private Item changed(Username by, Instant at) {
        changedBy = by;
        changedAt = at;
        return this;
    }

    private void requireExisting() {
        IllegalTransition.unless(!deleted, "item.deleted", code);
    }

    private void requireInReviewUnder(String releaseRequest) {
        IllegalTransition.unless(isInReviewUnder(releaseRequest), "item.not-in-review", code, releaseRequest);
    }
}

package io.gatehouse.catalogue;

/** Where the version that is not released yet stands. */
enum DraftState {
    NONE,
    DRAFT,
    IN_REVIEW,
    REJECTED
}

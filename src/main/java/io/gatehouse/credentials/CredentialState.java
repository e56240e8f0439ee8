package io.gatehouse.credentials;

/** Where a credential stands. */
public enum CredentialState {
    /** Being made, or waiting for somebody of the superapp because making it failed. */
    REQUESTED,
    ISSUED,
    /** Could not be issued, and somebody of the superapp gave it up. */
    GIVEN_UP,
    /** Replaced by a newer one, and no longer accepted. */
    RETIRED,
    /** Ended by its team before its time. */
    REVOKED
}

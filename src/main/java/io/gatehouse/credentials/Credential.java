package io.gatehouse.credentials;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Forbidden;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.Username;

/** A certificate with its keys, from the request to its end. What is secret of it is encrypted. */
@Entity
class Credential {

    private static final int LONGEST_FAILURE = 500;

    @Id
    private String number;

    private AppId game;
    private Username requestedBy;

    @Enumerated(EnumType.STRING)
    private CredentialState state;

    private boolean renewal;
    private int attempts;
    private @Nullable String failure;
    private @Nullable String certificate;
    private @Nullable String serial;
    private @Nullable String fingerprint;
    private @Nullable Instant issuedAt;
    private @Nullable Instant validUntil;

    /** Once a newer one was mailed: when this one is no longer accepted. */
    private @Nullable Instant acceptedUntil;

    private @Nullable Instant mailedAt;
    private int mails;
    private @Nullable Instant passphraseSeen;
    private @Nullable Instant endedAt;
    private byte @Nullable [] appKey;
    private byte @Nullable [] sandboxAppKey;
    private byte @Nullable [] webhookSecret;
    private byte @Nullable [] archive;
    private byte @Nullable [] passphrase;

    @Version
    private long version;

    @SuppressWarnings("NullAway")
    protected Credential() {}

    Credential(String number, AppId game, Username requestedBy, boolean renewal) {
        this.number = number;
        this.game = game;
        this.requestedBy = requestedBy;
        this.renewal = renewal;
        this.state = CredentialState.REQUESTED;
    }

    Credential issue(X509Certificate made, Sealed secrets, Instant at) {
        requireState(CredentialState.REQUESTED);
        state = CredentialState.ISSUED;
        certificate = Pem.of(made);
        serial = made.getSerialNumber().toString(16);
        fingerprint = Pem.fingerprint(made);
        issuedAt = at;
        validUntil = made.getNotAfter().toInstant();
        failure = null;
        appKey = secrets.appKey();
        sandboxAppKey = secrets.sandboxAppKey();
        webhookSecret = secrets.webhookSecret();
        archive = secrets.archive();
        passphrase = secrets.passphrase();
        return this;
    }

    /** An attempt to issue it failed; the reason is for the superapp's people. */
    Credential fail(String why) {
        requireState(CredentialState.REQUESTED);
        attempts++;
        failure = why.length() <= LONGEST_FAILURE ? why : why.substring(0, LONGEST_FAILURE);
        return this;
    }

    /** Somebody of the superapp wants it tried anew. */
    Credential tryAgain() {
        requireState(CredentialState.REQUESTED);
        attempts = 0;
        return this;
    }

    Credential giveUp(Instant at) {
        requireState(CredentialState.REQUESTED);
        state = CredentialState.GIVEN_UP;
        endedAt = at;
        return this;
    }

    /** @return whether it was the first time */
    boolean mailed(Instant at) {
        requireState(CredentialState.ISSUED);
        var first = mailedAt == null;
        mailedAt = at;
        mails++;
        return first;
    }

    /** A newer one is in the requester's hands: this one is accepted for a while yet, never longer than it was. */
    Credential supersede(Instant until) {
        requireState(CredentialState.ISSUED);
        if (acceptedUntil == null || until.isBefore(acceptedUntil)) {
            acceptedUntil = until;
        }
        return this;
    }

    Credential retire(Instant at) {
        requireState(CredentialState.ISSUED);
        return end(CredentialState.RETIRED, at);
    }

    Credential revoke(Instant at) {
        requireState(CredentialState.ISSUED);
        return end(CredentialState.REVOKED, at);
    }

    /**
     * Shows the passphrase: once, to the person who asked for the credential.
     *
     * @return what it is sealed in; it is kept no longer
     */
    byte[] showPassphrase(Username to, Instant at) {
        if (!to.equals(requestedBy)) {
            throw new Forbidden("credentials.passphrase-of-another", requestedBy);
        }
        IllegalTransition.unless(canShowPassphrase(to), "credentials.passphrase-seen", number);
        var shown = Objects.requireNonNull(passphrase);
        passphrase = null;
        passphraseSeen = at;
        return shown;
    }

    boolean canShowPassphrase(Username to) {
        return to.equals(requestedBy) && state == CredentialState.ISSUED && passphrase != null;
    }

    /** Whether what is signed with it is accepted. */
    boolean isAccepted(Instant now) {
        return state == CredentialState.ISSUED
                && validUntil != null
                && now.isBefore(validUntil)
                && (acceptedUntil == null || now.isBefore(acceptedUntil));
    }

    private Credential end(CredentialState last, Instant at) {
        state = last;
        endedAt = at;
        appKey = null;
        sandboxAppKey = null;
        webhookSecret = null;
        archive = null;
        passphrase = null;
        return this;
    }

    private void requireState(CredentialState required) {
        IllegalTransition.unless(state == required, "credentials.state", number, state);
    }

    String number() {
        return number;
    }

    AppId game() {
        return game;
    }

    Username requestedBy() {
        return requestedBy;
    }

    CredentialState state() {
        return state;
    }

    boolean isRenewal() {
        return renewal;
    }

    int attempts() {
        return attempts;
    }

    @Nullable
    String failure() {
        return failure;
    }

    @Nullable
    Instant issuedAt() {
        return issuedAt;
    }

    @Nullable
    Instant validUntil() {
        return validUntil;
    }

    @Nullable
    Instant acceptedUntil() {
        return acceptedUntil;
    }

    @Nullable
    Instant mailedAt() {
        return mailedAt;
    }

    int mails() {
        return mails;
    }

    @Nullable
    Instant passphraseSeen() {
        return passphraseSeen;
    }

    @Nullable
    String fingerprint() {
        return fingerprint;
    }

    @Nullable
    String serial() {
        return serial;
    }

    byte @Nullable [] sealed(String name) {
        return switch (name) {
            case Sealed.APP_KEY -> appKey;
            case Sealed.SANDBOX_APP_KEY -> sandboxAppKey;
            case Sealed.WEBHOOK_SECRET -> webhookSecret;
            case Sealed.ARCHIVE -> archive;
            default -> throw new IllegalArgumentException(name);
        };
    }
}

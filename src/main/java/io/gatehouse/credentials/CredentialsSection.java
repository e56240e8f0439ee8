package io.gatehouse.credentials;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.gatehouse.access.Explanation;
import io.gatehouse.requests.RequestView;
import io.gatehouse.workflow.Form;

/**
 * What the configuration page says of a game's credentials. Holds no secret.
 *
 * @param current the one in use, if there is one
 * @param replaced those still accepted beside it
 * @param pending the number of a request under way, if there is one
 * @param stuck whether somebody of the superapp must look at it
 * @param givenUp the newest request, if issuing was given up
 * @param passphraseToShow whether this person can be shown the passphrase of the newest archive
 * @param mayRequest the right to renew, send again and revoke
 * @param form of the request for a new one
 */
public record CredentialsSection(
        @Nullable Current current,
        List<Replaced> replaced,
        @Nullable String pending,
        boolean stuck,
        @Nullable RequestView givenUp,
        boolean passphraseToShow,
        Explanation mayRequest,
        Form form) {

    /** The credential in use, or, if it was not mailed yet, about to be. */
    public record Current(
            String number,
            String subject,
            String fingerprint,
            Instant issuedAt,
            Instant validUntil,
            long daysLeft,
            String address,
            @Nullable Instant mailedAt) {

        /** The first and last bytes of the fingerprint, enough to compare by eye. */
        public String shortFingerprint() {
            return fingerprint.substring(0, 8) + ":…:" + fingerprint.substring(fingerprint.length() - 5);
        }
    }

    /** An older credential and until when it is accepted. */
    public record Replaced(String number, Instant until) {}
}

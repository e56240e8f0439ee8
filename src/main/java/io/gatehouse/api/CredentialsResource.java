package io.gatehouse.api;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.gatehouse.credentials.CredentialsSection;
import io.gatehouse.requests.RequestView;

/** How it stands with a game's certificate and key. */
@Schema(name = "Credentials", description = "How it stands with certificate and key; holds no secret")
record CredentialsResource(
        @Schema(description = "The one that signs; null while there is none") @Nullable
        CurrentResource current,

        @Schema(description = "Older ones that are still accepted")
        List<ReplacedResource> replaced,

        @Schema(description = "The number of a request under way") @Nullable
        String underWay,

        @Schema(description = "Whether making it has failed so often that somebody of the superapp looks at it")
        boolean stuck,

        @Schema(description = "The requests so far, newest first")
        List<RequestResource> requests) {

    /** The credential in use. */
    @Schema(name = "Credential")
    record CurrentResource(
            @Schema(example = "CR-20261123-0001") String number,
            String subject,

            @Schema(description = "SHA-256 of the certificate")
            String fingerprint,

            Instant issuedAt,
            Instant validUntil,

            @Schema(description = "Where the archive was mailed")
            String mailedTo,

            @Schema(description = "Null while it has not been mailed yet") @Nullable
            Instant mailedAt) {

        static CurrentResource of(CredentialsSection.Current current) {
            return new CurrentResource(
                    current.number(),
                    current.subject(),
                    current.fingerprint(),
                    current.issuedAt(),
                    current.validUntil(),
                    current.address(),
                    current.mailedAt());
        }
    }

    /** An older credential. */
    @Schema(name = "ReplacedCredential")
    record ReplacedResource(String number, Instant acceptedUntil) {}

    static CredentialsResource of(CredentialsSection section, List<RequestView> requests) {
        var current = section.current();
        return new CredentialsResource(
                current == null ? null : CurrentResource.of(current),
                section.replaced().stream()
                        .map(it -> new ReplacedResource(it.number(), it.until()))
                        .toList(),
                section.pending(),
                section.stuck(),
                requests.stream().map(RequestResource::of).toList());
    }
}

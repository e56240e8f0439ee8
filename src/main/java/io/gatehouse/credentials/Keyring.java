package io.gatehouse.credentials;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The credentials of a game at a moment. All that are accepted count for checking; the newest one that was mailed
 * signs, so that nothing is signed with a key nobody has been sent.
 */
class Keyring {

    private final List<Credential> accepted;

    Keyring(List<Credential> all, Instant now) {
        this.accepted = all.stream()
                .filter(it -> it.isAccepted(now))
                .sorted(Comparator.comparing((Credential it) -> Objects.requireNonNull(it.issuedAt()))
                        .thenComparing(Credential::number)
                        .reversed())
                .toList();
    }

    /** The newest first. */
    List<Credential> accepted() {
        return accepted;
    }

    Optional<Credential> signing() {
        return accepted.stream()
                .filter(it -> it.mailedAt() != null)
                .findFirst()
                .or(() -> accepted.stream().findFirst());
    }

    /** Those that a newer one has replaced. */
    List<Credential> replaced() {
        return signing()
                .map(signing -> accepted.subList(accepted.indexOf(signing) + 1, accepted.size()))
                .orElse(List.of());
    }
}

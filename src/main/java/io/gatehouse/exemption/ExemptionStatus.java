package io.gatehouse.exemption;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.gatehouse.requests.RequestView;

/**
 * How it stands with a game's exemption.
 *
 * @param request under which it was granted last
 * @param rounds all requests for it, newest first
 */
public record ExemptionStatus(
        boolean granted,
        @Nullable String request,
        @Nullable Instant grantedAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedFor,
        List<RequestView> rounds) {

    public Optional<RequestView> openRound() {
        return rounds.stream().filter(RequestView::isOpen).findFirst();
    }

    public boolean isOpen() {
        return openRound().isPresent();
    }

    public boolean isRequestable() {
        return !granted && !isOpen();
    }

    /** The last round if it was rejected. */
    public @Nullable RequestView getRejected() {
        return rounds.stream()
                .findFirst()
                .filter(it -> !granted && it.note() != null && !it.isOpen())
                .orElse(null);
    }
}

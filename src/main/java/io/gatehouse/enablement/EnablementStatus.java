package io.gatehouse.enablement;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.gatehouse.requests.RequestView;

/**
 * Where a game stands with payment.
 *
 * @param since when it was enabled or disabled
 * @param disabledFor the superapp's reason, if it disabled payment
 * @param missing the preconditions that do not hold
 * @param rounds the requests so far, newest first
 */
public record EnablementStatus(
        boolean enabled,
        @Nullable Instant since,
        @Nullable String disabledFor,
        List<Precondition> missing,
        List<RequestView> rounds) {

    /** The request that waits for its decision, if there is one. */
    public @Nullable RequestView open() {
        return rounds.stream().filter(RequestView::isOpen).findFirst().orElse(null);
    }

    /** The requests that were decided or withdrawn, newest first. */
    public List<RequestView> earlier() {
        return rounds.stream().filter(it -> !it.isOpen()).toList();
    }

    public boolean canRequest() {
        return missing.isEmpty();
    }
}

package io.gatehouse.catalogue;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.Username;
import io.gatehouse.requests.RequestView;

/**
 * A release request with what its reviewers need.
 *
 * @param stage 1 for the first review, 2 for the second, 0 when nobody is to decide
 * @param firstReviewer who decided first, if two people do
 */
public record ReleaseReview(
        RequestView request,
        int stage,
        int reviewers,
        @Nullable Username firstReviewer,
        List<ReviewLine> lines) {

    /** Those the review at hand is about. */
    public List<ReviewLine> toDecide() {
        return lines.stream()
                .filter(it -> it.outcome().equals("OPEN") && !(stage == 2 && "REJECTED".equals(it.firstVerdict())))
                .toList();
    }

    public long open() {
        return toDecide().stream().filter(it -> it.verdict() == null).count();
    }
}

package io.gatehouse.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.gatehouse.core.Username;
import io.gatehouse.requests.Requests;

/** The items of a release as reviewers see them, each beside what sells and what was decided before. */
@Component
class ReviewedItems {

    private final ReleaseLines lines;
    private final Items items;
    private final Requests requests;

    ReviewedItems(ReleaseLines lines, Items items, Requests requests) {
        this.lines = lines;
        this.items = items;
        this.requests = requests;
    }

    /** @param stage 1 or 2; 0 when it is decided */
    ReleaseReview of(String number, int stage, int reviewers) {
        var all = lines.of(number);
        var versions = lines.versions(number).stream()
                .collect(Collectors.toMap(it -> new VersionId(it.item(), it.number()), VersionView::of, (a, b) -> a));
        var earlier = lines.earlier(number).stream().collect(Collectors.groupingBy(EarlierDecision::code));
        var removals = items.findAllById(all.stream().map(ReleaseLine::item).toList()).stream()
                .filter(it -> it.removal() != null)
                .collect(Collectors.toMap(Item::code, it -> Objects.requireNonNull(it.removal())));
        var views = all.stream()
                .map(it -> new ReviewLine(
                        it.code(),
                        it.before() == null ? null : versions.get(new VersionId(it.item(), it.before())),
                        versions.get(new VersionId(it.item(), it.version())),
                        stage == 2 ? it.againVerdict() : it.verdict(),
                        stage == 2 ? it.againNote() : it.note(),
                        stage == 2 ? it.verdict() : null,
                        it.outcome().name(),
                        removals.get(it.code()),
                        earlier.getOrDefault(it.code(), List.of())))
                .toList();
        return new ReleaseReview(requests.get(number), stage, reviewers, firstReviewer(all), views);
    }

    private static @Nullable Username firstReviewer(List<ReleaseLine> lines) {
        return lines.stream()
                .map(ReleaseLine::decidedBy)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Username::new)
                .orElse(null);
    }

    private record VersionId(UUID item, int number) {}
}

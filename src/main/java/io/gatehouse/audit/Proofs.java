package io.gatehouse.audit;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Component;

/** Proves the rows of a case. */
@Component
class Proofs {

    /** About a second. */
    private static final long WHILE_SOMEBODY_WAITS = 200_000;

    private final Links links;
    private final Heads heads;
    private final Clock clock;

    Proofs(Links links, Heads heads, Clock clock) {
        this.links = links;
        this.heads = heads;
        this.clock = clock;
    }

    Proof of(List<LogLine> rows) {
        var positions =
                rows.stream().map(LogLine::position).filter(Objects::nonNull).toList();
        if (positions.isEmpty()) {
            return new Proof(rows.size(), 0, 0, 0, null);
        }
        long first = positions.stream().mapToLong(Long::longValue).min().orElseThrow();
        long last = positions.stream().mapToLong(Long::longValue).max().orElseThrow();
        var known = heads.all();
        long through = known.stream()
                .mapToLong(Head::position)
                .filter(it -> it >= last)
                .min()
                .orElseGet(() ->
                        links.last().map(it -> Math.max(last, it.position())).orElse(last));
        if (through - first > WHILE_SOMEBODY_WAITS) {
            return new Proof(rows.size(), first, last, through, null);
        }
        var verifier = new Verifier(first - 1, links.hashAt(first - 1), known);
        links.read(first - 1, through, verifier::check);
        return new Proof(rows.size(), first, last, through, verifier.verdictOfPart(clock.instant()));
    }
}

package io.gatehouse.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.gatehouse.access.Game;
import io.gatehouse.requests.RequestView;
import io.gatehouse.workflow.CaseRow;

/**
 * A case in the list.
 *
 * @param request the request it decides; null for what no person asked for
 * @param late whether its decision came, or is still missing, after it was due
 */
public record CaseLine(
        CaseRow row,
        @Nullable RequestView request,
        @Nullable Game game,
        boolean late) {

    static CaseLine of(CaseRow row, @Nullable RequestView request, @Nullable Game game, Instant now) {
        return new CaseLine(row, request, game, request != null && isLate(request, now));
    }

    private static boolean isLate(RequestView request, Instant now) {
        return (request.decidedAt() == null ? now : request.decidedAt()).isAfter(request.dueAt());
    }
}

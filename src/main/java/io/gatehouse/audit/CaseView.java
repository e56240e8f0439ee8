package io.gatehouse.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.gatehouse.access.Game;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.Username;
import io.gatehouse.mail.SentMail;
import io.gatehouse.requests.RequestStatus;
import io.gatehouse.requests.RequestView;
import io.gatehouse.workflow.CaseHistory;

/**
 * One case, whole.
 *
 * @param number the business key: the number of the request, or of the order
 * @param request the request it decides; null for what no person asked for
 * @param instances its process instances; more than one where a process called another
 * @param log its rows of the business log
 */
public record CaseView(
        String number,
        @Nullable RequestView request,
        @Nullable Game game,
        List<CaseHistory> instances,
        List<Moment> timeline,
        List<SentMail> mails,
        List<LogLine> log,
        Proof proof) {

    private static final Username NOBODY = new Username(BusinessEvent.SYSTEM);

    /** When it began: its first instance, else its first row. */
    public @Nullable Instant started() {
        return instances.stream()
                .map(it -> it.row().started())
                .findFirst()
                .or(() -> log.stream().map(it -> it.entry().at()).findFirst())
                .orElse(null);
    }

    /** When the last of its instances ended; null while one runs. */
    public @Nullable Instant ended() {
        if (instances.stream().anyMatch(it -> it.row().ended() == null)) {
            return null;
        }
        return instances.stream()
                .map(it -> it.row().ended())
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** Who did a step of one of its instances; null for what runs by itself, or as long as nobody has. */
    public @Nullable String actor(CaseHistory.Activity step) {
        return Timeline.actor(log, step);
    }

    public @Nullable Duration took() {
        var from = started();
        var to = ended();
        return from == null || to == null ? null : Duration.between(from, to);
    }

    /** How much before its due date it was decided, negative if after it; null if it is not decided or has none. */
    public @Nullable Duration toSpare() {
        return request == null || request.decidedAt() == null
                ? null
                : Duration.between(request.decidedAt(), request.dueAt());
    }

    /** Whether somebody else decided than asked; null if nobody has decided, or a rule. */
    public @Nullable Boolean fourEyes() {
        var decider = decider();
        return decider == null || decider.equals(NOBODY) ? null : !decider.equals(asker());
    }

    /** Whether it needed no decision of a person: nobody has looked at it, which is not four eyes. */
    public boolean isDecidedByRule() {
        return NOBODY.equals(decider());
    }

    private @Nullable Username decider() {
        return request != null
                        && (request.status() == RequestStatus.APPROVED || request.status() == RequestStatus.REJECTED)
                ? request.decidedBy()
                : null;
    }

    private @Nullable Username asker() {
        return request == null ? null : request.requestedBy();
    }
}

package io.gatehouse.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import io.gatehouse.audit.Moment.Kind;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.delivery.AttemptView;
import io.gatehouse.mail.SentMail;
import io.gatehouse.workflow.CaseHistory;

/** Puts what the process history, the business log, mails and notifications say of a case into one order, oldest first. */
class Timeline {

    private static final Set<String> NOBODY = Set.of(BusinessEvent.SYSTEM, BusinessEvent.SUPERAPP);

    private final List<LogLine> log;
    private final List<Moment> moments = new ArrayList<>();

    Timeline(ObjectMapper json, List<LogLine> log) {
        this.log = log;
        moments.addAll(new LogMoments(json).of(log));
    }

    Timeline add(CaseHistory instance) {
        var process = instance.row().process();
        instance.activities().forEach(it -> add(process, instance.row().endActivity(), it));
        instance.incidents().forEach(it -> add(process, instance, it));
        return this;
    }

    Timeline addMails(List<SentMail> mails, Instant now) {
        for (var mail : mails) {
            var kind =
                    mail.wasSentBefore() ? Kind.MAILED_BEFORE : mail.sentAt() == null ? Kind.MAIL_WAITS : Kind.MAILED;
            var at = mail.wasSentBefore() ? mail.joinedAt() : mail.sentAt();
            moments.add(new Moment(
                    Objects.requireNonNullElse(at, now),
                    kind,
                    "",
                    "mail",
                    mail.subject(),
                    mail.to().value(),
                    null,
                    mail.body(),
                    List.of(),
                    0,
                    null));
        }
        return this;
    }

    Timeline addNotifications(List<AttemptView> attempts) {
        attempts.stream().map(Moment::of).forEach(moments::add);
        return this;
    }

    List<Moment> moments() {
        return moments.stream().sorted(Comparator.comparing(Moment::at)).toList();
    }

    private void add(String process, @Nullable String end, CaseHistory.Activity it) {
        var kind = kind(it, end);
        if (kind != null) {
            var took = it.ended() == null ? null : Duration.between(it.started(), it.ended());
            var at = it.ended() == null ? it.started() : it.ended();
            var name = it.name() == null ? it.id() : it.name();
            moments.add(new Moment(at, kind, process, it.id(), name, actor(log, it), took, null, List.of(), 0, null));
        }
    }

    /** Who did it: the one it was given to, else the last person who, while it was open, did something in the case. */
    static @Nullable String actor(List<LogLine> log, CaseHistory.Activity it) {
        var ended = it.ended();
        if (it.assignee() != null
                || ended == null
                || it.canceled()
                || !it.type().equals("userTask")) {
            return it.assignee();
        }
        return log.stream()
                .map(LogLine::entry)
                .filter(row -> !NOBODY.contains(row.actor()))
                .filter(row -> !row.at().isBefore(it.started()) && !row.at().isAfter(ended.plusSeconds(1)))
                .map(LogEntry::actor)
                .reduce((one, later) -> later)
                .orElse(null);
    }

    private static @Nullable Kind kind(CaseHistory.Activity it, @Nullable String end) {
        var type = it.type();
        if (type.endsWith("Task") || type.equals("callActivity")) {
            var person = type.equals("userTask");
            if (it.ended() == null) {
                return person ? Kind.TASK_WAITS : Kind.STEP_RUNS;
            }
            return it.canceled() ? Kind.TASK_GONE : person ? Kind.TASK_DONE : Kind.STEP_DONE;
        }
        if (type.endsWith("EndEvent")) {
            return it.id().equals(end) ? Kind.ENDED : null;
        }
        if (type.toLowerCase(Locale.ROOT).endsWith("startevent")) {
            return Kind.STARTED;
        }
        var event = type.startsWith("boundary") || type.startsWith("intermediate");
        return event && it.ended() != null && !it.canceled() ? Kind.EVENT : null;
    }

    private void add(String process, CaseHistory instance, CaseHistory.Incident it) {
        var name = instance.activities().stream()
                .filter(activity -> activity.id().equals(it.activity()))
                .map(CaseHistory.Activity::name)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(it.activity());
        moments.add(moment(it.created(), Kind.FAILED, process, it.activity(), name, it.message()));
        if (it.ended() != null) {
            moments.add(moment(it.ended(), Kind.MENDED, process, it.activity(), name, null));
        }
    }

    private static Moment moment(
            Instant at, Kind kind, String process, String what, String name, @Nullable String note) {
        return new Moment(at, kind, process, what, name, null, null, note, List.of(), 0, null);
    }
}

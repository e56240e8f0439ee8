package io.gatehouse.catalogue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.access.Capability;
import io.gatehouse.catalogue.ReleaseLine.Outcome;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Username;
import io.gatehouse.requests.Requests;
import io.gatehouse.workflow.OpenTask;
import io.gatehouse.workflow.TaskCompletion;
import io.gatehouse.workflow.UserTasks;

/** The review of a release, item by item or all at once; both ways complete the same task. */
@Service
@Transactional
public class ReleaseReviews {

    private final ReviewedItems reviewed;
    private final ReleaseLines lines;
    private final Items items;
    private final ItemReleaseProcess process;
    private final UserTasks tasks;
    private final Requests requests;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReleaseReviews(
            ReviewedItems reviewed,
            ReleaseLines lines,
            Items items,
            ItemReleaseProcess process,
            UserTasks tasks,
            Requests requests,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reviewed = reviewed;
        this.lines = lines;
        this.items = items;
        this.process = process;
        this.tasks = tasks;
        this.requests = requests;
        this.events = events;
        this.clock = clock;
    }

    /** A request with its items, each beside what sells; decided ones too. */
    @Transactional(readOnly = true)
    public ReleaseReview pending(String number) {
        var task = task(number);
        var stage = task == null ? 0 : isSecond(task) ? 2 : 1;
        return reviewed.of(number, stage, process.reviewers(number));
    }

    /**
     * Keeps what a reviewer says of items. When nothing is left open, it completes the task; until then the request
     * waits and the verdicts stay.
     *
     * @param verdicts by item id; items that are not open in this review are refused
     * @return how many items are still open
     */
    public long decide(String number, Map<String, Verdict> verdicts, Username by) {
        var task = task(number);
        IllegalTransition.unless(task != null, "release.nothing-to-decide", number);
        var again = isSecond(task);
        requireReviewer(number, again, by);
        var all = lines.of(number);
        var known = all.stream().collect(Collectors.toMap(ReleaseLine::code, Function.identity()));
        for (var code : verdicts.keySet()) {
            var line = known.get(code);
            if (line == null) {
                throw new NotFound("item.unknown", code);
            }
            IllegalTransition.unless(
                    line.outcome() == Outcome.OPEN && (!again || line.isApprovedFirst()), "release.item-decided", code);
        }
        lines.judge(number, again, verdicts, by, clock.instant());
        var left = lines.of(number).stream().filter(it -> it.isUndecided(again)).count();
        if (left == 0) {
            tasks.complete(task.id(), by, summary(number, again));
        }
        return left;
    }

    ReleaseReview of(String number, boolean again) {
        return reviewed.of(number, again ? 2 : 1, 1);
    }

    /** What the form, or the last of the verdicts, decided: lines that are still open follow the form. */
    Map<String, Object> complete(TaskCompletion completion) {
        var number = completion.businessKey();
        var by = completion.by();
        var again = completion.task().equals(ItemReleaseProcess.SECOND_REVIEW);
        requireReviewer(number, again, by);
        var note = completion.text("note");
        if (!completion.approves() && (note == null || note.isBlank())) {
            throw new InvalidValue("note", "request.note-required");
        }
        var verdict = new Verdict(completion.approves(), note);
        var open = new LinkedHashMap<String, Verdict>();
        for (var line : lines.of(number)) {
            var isOpen = line.isUndecided(again)
                    || (!verdict.approve()
                            && line.outcome() == Outcome.OPEN
                            && (!again || line.isApprovedFirst())
                            && !isRejected(line, again));
            if (isOpen) {
                open.put(line.code(), verdict);
            }
        }
        lines.judge(number, again, open, by, clock.instant());
        return settle(number, again, by, note);
    }

    private Map<String, Object> settle(String number, boolean again, Username by, @Nullable String note) {
        var judged = lines.of(number).stream()
                .filter(it -> it.outcome() == Outcome.OPEN)
                .toList();
        var known = items.findAllById(judged.stream().map(ReleaseLine::item).toList()).stream()
                .collect(Collectors.toMap(Item::id, Function.identity()));
        var approved = new ArrayList<String>();
        var rejected = new ArrayList<ReleaseLine>();
        var dropped = new ArrayList<String>();
        for (var line : judged) {
            if (!known.get(line.item()).isInReviewUnder(number)) {
                dropped.add(line.code());
            } else if (line.isApproved()) {
                approved.add(line.code());
            } else {
                rejected.add(line);
            }
        }
        lines.settle(number, dropped, Outcome.DROPPED);
        var second = !again && !approved.isEmpty() && process.reviewers(number) > 1;
        publish(number, by, again ? "release.reviewed-again" : "release.reviewed", judged);
        rejected.forEach(it -> items.save(known.get(it.item()).reject(number, it.reason())));
        lines.settle(number, rejected.stream().map(ReleaseLine::code).toList(), Outcome.REJECTED);
        if (!second) {
            lines.settle(number, approved, Outcome.APPROVED);
            if (approved.isEmpty()) {
                requests.reject(number, by, note == null || note.isBlank() ? reasons(rejected) : note);
            } else {
                requests.approve(number, by, note);
            }
        }
        return Map.of("secondReviewNeeded", second, "approved", !approved.isEmpty());
    }

    /** @throws IllegalTransition for those who ask, and in the second review for whoever did the first */
    void requireReviewer(String number, boolean again, Username by) {
        requests.requireDecider(number, by, Capability.ITEM_RELEASE_DECIDE);
        if (again) {
            var first = lines.of(number).stream().anyMatch(it -> by.value().equals(it.decidedBy()));
            IllegalTransition.unless(!first, "release.second-person", number);
        }
    }

    private Map<String, Object> summary(String number, boolean again) {
        var open = lines.of(number).stream()
                .filter(it -> it.outcome() == Outcome.OPEN && (!again || it.isApprovedFirst()))
                .toList();
        var values = new HashMap<String, Object>();
        if (open.stream().anyMatch(ReleaseLine::isApproved)) {
            values.put("decision", "approve");
        } else {
            values.put("decision", "reject");
            values.put("note", reasons(open));
        }
        return values;
    }

    private void publish(String number, Username by, String type, List<ReleaseLine> judged) {
        var game = requests.get(number).game();
        var prices = lines.prices(number);
        var details = new LinkedHashMap<String, String>();
        for (var line : judged) {
            var said = line.isApproved() ? "approved" : "rejected: " + line.reason();
            var change = prices.get(line.code());
            var price = change.before() == null || change.before().equals(change.after())
                    ? change.after().toString()
                    : change.before() + " → " + change.after();
            details.put(line.code(), "version %d, %s, %s".formatted(line.version(), price, said));
        }
        events.publishEvent(new BusinessEvent(type, by.value(), "request " + number, game, number, details));
    }

    private @Nullable OpenTask task(String number) {
        return tasks.open(number).stream()
                .filter(it -> it.process().equals(process.process()))
                .findFirst()
                .orElse(null);
    }

    private static boolean isSecond(OpenTask task) {
        return task.key().equals(ItemReleaseProcess.SECOND_REVIEW);
    }

    private static boolean isRejected(ReleaseLine line, boolean again) {
        return "REJECTED".equals(again ? line.againVerdict() : line.verdict());
    }

    private static String reasons(List<ReleaseLine> rejected) {
        var reasons = rejected.stream().map(ReleaseLine::reason).distinct().collect(Collectors.joining("; "));
        return reasons.length() > Verdict.LONGEST_NOTE ? reasons.substring(0, Verdict.LONGEST_NOTE - 1) + "…" : reasons;
    }
}

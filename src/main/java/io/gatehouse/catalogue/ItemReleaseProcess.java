package io.gatehouse.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.gatehouse.core.Username;
import io.gatehouse.requests.RequestBriefing;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.workflow.ProcessOwner;
import io.gatehouse.workflow.Processes;
import io.gatehouse.workflow.TaskCompletion;

/** What the catalogue tells {@code processes/item-release.bpmn}, and what its reviews do. */
@Component
class ItemReleaseProcess implements ProcessOwner {

    static final String FIRST_REVIEW = "ReviewItems";
    static final String SECOND_REVIEW = "ReviewItemsAgain";

    private static final String REVIEWERS = "reviewers";

    private final Processes processes;
    private final RequestBriefing briefing;
    private final ObjectProvider<ReleaseReviews> reviews;
    private final MessageSource messages;

    ItemReleaseProcess(
            Processes processes,
            RequestBriefing briefing,
            ObjectProvider<ReleaseReviews> reviews,
            MessageSource messages) {
        this.processes = processes;
        this.briefing = briefing;
        this.reviews = reviews;
        this.messages = messages;
    }

    void requested(String number, ReleaseFacts facts) {
        processes.start(process(), number, facts.variables());
    }

    void withdrawn(String number) {
        processes.withdraw(number);
    }

    /** How many people are to look at it; 1 where the rule has not been asked. */
    int reviewers(String number) {
        return processes.variable(process(), number, REVIEWERS) instanceof Number it ? it.intValue() : 1;
    }

    @Override
    public String process() {
        return RequestKind.RELEASE.process();
    }

    @Override
    public Map<String, Object> briefing(String task, String businessKey, Locale language) {
        var review = reviews.getObject().of(businessKey, task.equals(SECOND_REVIEW));
        var texts = new HashMap<>(briefing.of(businessKey));
        var lines = review.lines();
        texts.put("items", messages.getMessage("release.items", new Object[] {lines.size()}, language));
        texts.put("changes", changes(lines, language));
        var first = review.firstReviewer();
        texts.put("firstReviewer", first == null ? "–" : briefing.person(first));
        return texts;
    }

    @Override
    public void requireDecider(String task, String businessKey, Username by) {
        reviews.getObject().requireReviewer(businessKey, task.equals(SECOND_REVIEW), by);
    }

    @Override
    public Map<String, Object> complete(TaskCompletion completion) {
        return reviews.getObject().complete(completion);
    }

    /** How many are new, dearer, cheaper or otherwise changed. */
    private String changes(List<ReviewLine> lines, Locale language) {
        var changes = ReleaseFacts.changes(lines);
        var key = changes.steepest() == null ? "release.changes" : "release.changes.steepest";
        return messages.getMessage(
                key,
                new Object[] {changes.fresh(), changes.dearer(), changes.cheaper(), changes.other(), changes.steepest()
                },
                language);
    }
}

package io.gatehouse.catalogue;

import java.util.HashMap;
import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

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

    ItemReleaseProcess(Processes processes, RequestBriefing briefing, ObjectProvider<ReleaseReviews> reviews) {
        this.processes = processes;
        this.briefing = briefing;
        this.reviews = reviews;
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
    public Map<String, Object> briefing(String task, String businessKey) {
        var review = reviews.getObject().of(businessKey, task.equals(SECOND_REVIEW));
        var texts = new HashMap<>(briefing.of(businessKey));
        var lines = review.lines();
        texts.put("items", lines.size() == 1 ? "1 item" : lines.size() + " items");
        texts.put("changes", ReleaseFacts.summary(lines));
        texts.put("firstReviewer", String.valueOf(review.firstReviewer()));
        return texts;
    }

    @Override
    public Map<String, Object> complete(TaskCompletion completion) {
        return reviews.getObject().complete(completion);
    }
}

package io.gatehouse.refunds;

import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.Refusal;
import io.gatehouse.core.Username;
import io.gatehouse.workflow.OpenTask;
import io.gatehouse.workflow.UserTasks;

/** The question about a refund that waits for people: for its team, or for those of the superapp. */
@Component
public class RefundQuestions {

    private final UserTasks tasks;

    RefundQuestions(UserTasks tasks) {
        this.tasks = tasks;
    }

    /** Empty if nobody of that side is asked. */
    public Optional<OpenTask> of(RefundView refund, boolean ofTheTeam) {
        return tasks.open(refund.number()).stream()
                .filter(it -> it.isForTheTeam() == ofTheTeam)
                .findFirst();
    }

    /**
     * Answers it.
     *
     * @param values as its form has them
     * @throws IllegalTransition if nobody of that side is asked
     * @throws Refusal for what the form or the refund itself refuses; the question stays open
     */
    public void answer(RefundView refund, boolean ofTheTeam, Map<String, ?> values, Username by) {
        var task =
                of(refund, ofTheTeam).orElseThrow(() -> new IllegalTransition("refund.nothing-asked", refund.number()));
        tasks.complete(task.id(), by, values);
    }
}

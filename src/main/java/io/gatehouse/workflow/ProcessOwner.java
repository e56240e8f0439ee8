package io.gatehouse.workflow;

import java.util.Locale;
import java.util.Map;

import io.gatehouse.core.Forbidden;
import io.gatehouse.core.Refusal;
import io.gatehouse.core.Username;

/** The module a process belongs to. The process sequences; its owner's aggregates decide what is allowed. */
public interface ProcessOwner {

    /** The id of the process, which is also the name of its file: {@code item-release}. */
    String process();

    /**
     * What the form of a user task tells the person who opens it. Kept in English as variables of the task alone, so
     * they are gone with it, and asked for again in the language of whoever opens the task.
     *
     * @param task the id of the user task in the model
     * @return form field or text key → text
     */
    Map<String, Object> briefing(String task, String businessKey, Locale language);

    /**
     * Checks that a person could take the decision of a user task, without taking it: who could not has no business
     * with the task, and would only keep it from those who can.
     *
     * @throws Refusal to refuse; the person reads its sentence and the task stays as it is
     */
    void requireDecider(String task, String businessKey, Username by);

    /**
     * Takes a person's decision. Called once for every completion of every user task, whatever way it came: checks the
     * right, four eyes and the state, and makes the transition. The values have been checked against the form.
     *
     * @return the variables the gateways of the model ask for
     * @throws Refusal to refuse; the person reads its sentence and the task stays open
     */
    Map<String, Object> complete(TaskCompletion completion);

    /**
     * Takes a request that somebody made in Tasklist with the process' start form, and starts the process.
     *
     * @return the number of the request, which is the business key of the started instance
     */
    default String start(Map<String, Object> values, Username by) {
        throw new Forbidden("process.not-started-by-hand", process());
    }
}

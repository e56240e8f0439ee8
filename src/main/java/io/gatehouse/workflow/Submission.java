package io.gatehouse.workflow;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.Forbidden;

/**
 * What was submitted with the completion that is under way on this thread. A completion that came by another way than
 * the two commands that carry values has none, and is refused.
 */
record Submission(String taskId, Map<String, Object> values) {

    private static final ThreadLocal<@Nullable Submission> CURRENT = new ThreadLocal<>();

    <T> T during(Supplier<T> completion) {
        var outer = CURRENT.get();
        CURRENT.set(this);
        try {
            return completion.get();
        } finally {
            CURRENT.set(outer);
        }
    }

    static Map<String, Object> of(String taskId) {
        var current = CURRENT.get();
        if (current == null || !current.taskId.equals(taskId)) {
            throw new Forbidden("task.not-submitted");
        }
        return new HashMap<>(current.values);
    }
}

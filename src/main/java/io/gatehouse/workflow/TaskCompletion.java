package io.gatehouse.workflow;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.Username;

/**
 * A person wants to complete a user task.
 *
 * @param task the id of the user task in the model, for example {@code DecideEnablement}
 * @param values what they entered, by form field; checked against the form
 */
public record TaskCompletion(String task, String businessKey, Username by, Map<String, Object> values) {

    /** A text they entered, or null if they left it empty. */
    public @Nullable String text(String field) {
        var value = values.get(field);
        return value == null ? null : value.toString();
    }

    /** Whether the form's field {@code decision} says {@code approve}. */
    public boolean approves() {
        return "approve".equals(text("decision"));
    }
}

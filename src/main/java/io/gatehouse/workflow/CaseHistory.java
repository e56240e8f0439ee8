package io.gatehouse.workflow;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What happened in one process instance.
 *
 * @param model the BPMN of the version of the model that ran
 * @param activities in the order in which they began; none for the lean history of {@code item-delivery}
 * @param called the instances it called
 */
public record CaseHistory(
        CaseRow row,
        String definitionId,
        String model,
        List<Activity> activities,
        List<Incident> incidents,
        List<CaseRow> called) {

    /** An element of the diagram that was reached. */
    public record Activity(
            String id,
            @Nullable String name,
            String type,
            Instant started,
            @Nullable Instant ended,
            @Nullable String assignee,
            boolean canceled) {}

    /** A step that kept failing. */
    public record Incident(
            String activity,
            String type,
            @Nullable String message,
            Instant created,
            @Nullable Instant ended) {}
}

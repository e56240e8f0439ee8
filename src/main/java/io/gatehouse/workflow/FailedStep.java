package io.gatehouse.workflow;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A step of a process that kept failing and waits for somebody to try it again.
 *
 * @param jobId what to hand in to try it again
 * @param activity the id of the step in the model
 */
public record FailedStep(
        String jobId,
        String process,
        @Nullable String businessKey,
        String activity,
        @Nullable String reason,
        Instant since) {}

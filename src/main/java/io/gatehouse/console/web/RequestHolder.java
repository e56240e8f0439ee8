package io.gatehouse.console.web;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.gatehouse.core.Sentences;
import io.gatehouse.core.Username;
import io.gatehouse.workflow.OpenTask;
import io.gatehouse.workflow.UserTasks;

/** Who of the superapp has claimed a request, for those who wait for its decision: {@code ${@requestHolder.of(number)}}. */
@Component("requestHolder")
class RequestHolder {

    private final UserTasks tasks;
    private final Sentences sentences;

    RequestHolder(UserTasks tasks, Sentences sentences) {
        this.tasks = tasks;
        this.sentences = sentences;
    }

    /** Their name; null as long as nobody has. */
    public @Nullable String of(String number) {
        return tasks.open(number).stream()
                .filter(it -> !it.isForTheTeam())
                .map(OpenTask::assignee)
                .filter(Objects::nonNull)
                .findFirst()
                .map(it -> sentences.person(new Username(it)))
                .orElse(null);
    }
}

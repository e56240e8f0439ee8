package io.gatehouse.orders;

import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.gatehouse.access.Person;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.workflow.OpenTask;
import io.gatehouse.workflow.UserTasks;

/** The question that an undelivered order puts to people, if it is put to this person. */
@Component
public class OpenResolution {

    private static final String PROCESS = "undelivered-item";

    private final UserTasks tasks;

    OpenResolution(UserTasks tasks) {
        this.tasks = tasks;
    }

    public Optional<OpenTask> of(String orderNo, Person person) {
        return tasks.open(orderNo).stream()
                .filter(it -> it.process().equals(PROCESS))
                .filter(it -> it.isForTheTeam() == person.roleOutsideTeams().isEmpty())
                .findFirst();
    }

    /** @throws IllegalTransition if nobody is asked any more, or somebody else is */
    public void complete(String orderNo, Person person, Map<String, ?> values) {
        var task = of(orderNo, person).orElseThrow(() -> new IllegalTransition("undelivered.closed", orderNo));
        tasks.complete(task.id(), person.username(), values);
    }
}

package io.gatehouse.workflow;

import java.util.List;

import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import io.gatehouse.access.People;
import io.gatehouse.access.Person;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.Username;

/** What a person reads whose completion of a task came after another one's: who was first. */
@Component
class TooLate {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final ObjectProvider<HistoryService> history;
    private final ObjectProvider<People> people;

    TooLate(
            ObjectProvider<ProcessEngineConfigurationImpl> engine,
            ObjectProvider<HistoryService> history,
            ObjectProvider<People> people) {
        this.engine = engine;
        this.history = history;
        this.people = people;
    }

    /** Names who completed it; a task that nobody completed was withdrawn or timed out. */
    IllegalTransition of(String taskId) {
        return completions(taskId).stream()
                .map(UserOperationLogEntry::getUserId)
                .findFirst()
                .map(it -> new IllegalTransition("task.decided-meanwhile", name(it)))
                .orElseGet(() -> new IllegalTransition("task.gone"));
    }

    boolean isDone(String taskId) {
        return !completions(taskId).isEmpty();
    }

    /** In a transaction of its own: the one at hand may have failed, and may have begun before the other one's end. */
    private List<UserOperationLogEntry> completions(String taskId) {
        return engine.getObject()
                .getCommandExecutorTxRequiresNew()
                .execute(context -> context.runWithoutAuthorization(() -> history.getObject()
                        .createUserOperationLogQuery()
                        .taskId(taskId)
                        .entityType(EntityTypes.TASK)
                        .operationType(UserOperationLogEntry.OPERATION_TYPE_COMPLETE)
                        .list()));
    }

    private String name(String username) {
        return people.getObject().find(new Username(username)).map(Person::name).orElse(username);
    }
}

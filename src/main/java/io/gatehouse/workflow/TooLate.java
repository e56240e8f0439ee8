package io.gatehouse.workflow;

import java.util.Optional;
import java.util.concurrent.Callable;

import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import io.gatehouse.access.People;
import io.gatehouse.access.Person;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.Username;

/** What a person reads who takes or completes a task after another one did: who was first. */
@Component
class TooLate {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final ObjectProvider<HistoryService> history;
    private final ObjectProvider<TaskService> tasks;
    private final ObjectProvider<People> people;

    TooLate(
            ObjectProvider<ProcessEngineConfigurationImpl> engine,
            ObjectProvider<HistoryService> history,
            ObjectProvider<TaskService> tasks,
            ObjectProvider<People> people) {
        this.engine = engine;
        this.history = history;
        this.tasks = tasks;
        this.people = people;
    }

    /** Names who completed it; a task that nobody completed was withdrawn or timed out. */
    IllegalTransition toComplete(String taskId) {
        return refusal(completer(taskId), "task.decided-meanwhile", "task.gone");
    }

    /** Names who holds or completed it. */
    IllegalTransition toClaim(String taskId) {
        var holder = holder(taskId);
        return holder.isPresent()
                ? refusal(holder, "task.claimed", "task.over")
                : refusal(completer(taskId), "task.decided-already", "task.over");
    }

    boolean isDone(String taskId) {
        return completer(taskId).isPresent();
    }

    private IllegalTransition refusal(Optional<String> first, String named, String nobody) {
        return first.map(it -> new IllegalTransition(named, name(it))).orElseGet(() -> new IllegalTransition(nobody));
    }

    private Optional<String> holder(String taskId) {
        return apart(() -> Optional.ofNullable(
                        tasks.getObject().createTaskQuery().taskId(taskId).singleResult())
                .map(Task::getAssignee));
    }

    private Optional<String> completer(String taskId) {
        return apart(() -> history
                .getObject()
                .createUserOperationLogQuery()
                .taskId(taskId)
                .entityType(EntityTypes.TASK)
                .operationType(UserOperationLogEntry.OPERATION_TYPE_COMPLETE)
                .list()
                .stream()
                .map(UserOperationLogEntry::getUserId)
                .findFirst());
    }

    /** In a transaction of its own: the one at hand may have failed, and may have begun before the other one's end. */
    private <T> T apart(Callable<T> question) {
        return engine.getObject()
                .getCommandExecutorTxRequiresNew()
                .execute(context -> context.runWithoutAuthorization(question));
    }

    private String name(String username) {
        return people.getObject().find(new Username(username)).map(Person::name).orElse(username);
    }
}

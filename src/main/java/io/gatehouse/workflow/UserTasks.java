package io.gatehouse.workflow;

import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.Username;

/** The user tasks that wait for people, and their completion from our own pages. */
@Component
@Transactional
public class UserTasks {

    private static final int OVERDUE = 100;
    private static final int MOST = 200;

    private final TaskService tasks;
    private final RepositoryService repository;
    private final IdentityService identity;
    private final Engine engine;

    UserTasks(TaskService tasks, RepositoryService repository, IdentityService identity, Engine engine) {
        this.tasks = tasks;
        this.repository = repository;
        this.identity = identity;
        this.engine = engine;
    }

    /** Those of one case. */
    public List<OpenTask> open(String businessKey) {
        return list(tasks.createTaskQuery().processInstanceBusinessKey(businessKey));
    }

    /** Those of some processes, oldest due date first, at most 200. */
    public List<OpenTask> of(Collection<String> processes) {
        return list(tasks.createTaskQuery().processDefinitionKeyIn(processes.toArray(String[]::new)));
    }

    /** All of them, oldest due date first, at most 200. */
    public List<OpenTask> all() {
        return list(tasks.createTaskQuery());
    }

    public Optional<OpenTask> find(String taskId) {
        return list(tasks.createTaskQuery().taskId(taskId)).stream().findFirst();
    }

    /**
     * Completes a task as that person. Goes through the same guard as a completion in Tasklist.
     *
     * @throws io.gatehouse.core.Refusal if the guard refuses; the task stays open
     */
    public void complete(String taskId, Username by, Map<String, ?> values) {
        var before = identity.getCurrentAuthentication();
        identity.setAuthentication(by.value(), List.of());
        try {
            engine.run(() -> {
                tasks.complete(taskId, new HashMap<>(values));
                return taskId;
            });
        } finally {
            if (before == null) {
                identity.clearAuthentication();
            } else {
                identity.setAuthentication(before);
            }
        }
    }

    public void claim(String taskId, Username by) {
        engine.run(() -> {
            tasks.claim(taskId, by.value());
            return taskId;
        });
    }

    public void unclaim(String taskId) {
        engine.run(() -> {
            tasks.setAssignee(taskId, null);
            return taskId;
        });
    }

    /** Lifts the open tasks of a case into the shared filter "Overdue". */
    public void markOverdue(String businessKey) {
        engine.run(() -> {
            tasks.createTaskQuery()
                    .processInstanceBusinessKey(businessKey)
                    .list()
                    .forEach(it -> tasks.setPriority(it.getId(), OVERDUE));
            return businessKey;
        });
    }

    private List<OpenTask> list(TaskQuery query) {
        return engine.run(() ->
                query
                        .initializeFormKeys()
                        .orderByDueDate()
                        .asc()
                        .orderByTaskCreateTime()
                        .asc()
                        .listPage(0, MOST)
                        .stream()
                        .map(this::view)
                        .toList());
    }

    private OpenTask view(Task task) {
        var definition = repository.getProcessDefinition(task.getProcessDefinitionId());
        var groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(it -> it.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .toList();
        return new OpenTask(
                task.getId(),
                definition.getKey(),
                task.getTaskDefinitionKey(),
                task.getName(),
                task.getCamundaFormRef() == null ? "" : task.getCamundaFormRef().getKey(),
                businessKey(task),
                task.getCreateTime().toInstant(),
                Optional.ofNullable(task.getDueDate()).map(Date::toInstant).orElse(null),
                task.getAssignee(),
                groups);
    }

    private String businessKey(Task task) {
        return String.valueOf(tasks.getVariableLocal(task.getId(), Briefing.BUSINESS_KEY));
    }
}

package io.gatehouse.workflow;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.Username;

/** The user tasks that wait for people, and their completion from our own pages. */
@Component
@Transactional
public class UserTasks {

    private static final int OVERDUE = 100;
    /** The longest list of them; of more the most urgent are listed. */
    public static final int MOST = 200;

    private final TaskService tasks;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final IdentityService identity;
    private final Engine engine;
    private final TooLate tooLate;

    UserTasks(
            TaskService tasks,
            RepositoryService repository,
            RuntimeService runtime,
            IdentityService identity,
            Engine engine,
            TooLate tooLate) {
        this.tasks = tasks;
        this.repository = repository;
        this.runtime = runtime;
        this.identity = identity;
        this.engine = engine;
        this.tooLate = tooLate;
    }

    /** Those of one case. */
    public List<OpenTask> open(String businessKey) {
        return list(tasks.createTaskQuery().processInstanceBusinessKey(businessKey));
    }

    /** Those that members of some groups may complete, oldest due date first, at most 200. */
    public List<OpenTask> waitingFor(Collection<String> groups, Collection<String> processes) {
        return groups.isEmpty()
                ? List.of()
                : list(candidates(groups).processDefinitionKeyIn(processes.toArray(String[]::new)));
    }

    /** How many of them there are. */
    public long countFor(Collection<String> groups, Collection<String> processes) {
        return groups.isEmpty()
                ? 0
                : engine.run(() -> candidates(groups)
                        .processDefinitionKeyIn(processes.toArray(String[]::new))
                        .count());
    }

    /** How many of them are past their due date. */
    public long lateFor(Collection<String> groups, Instant now) {
        return groups.isEmpty()
                ? 0
                : engine.run(() -> candidates(groups).dueBefore(Date.from(now)).count());
    }

    private TaskQuery candidates(Collection<String> groups) {
        return tasks.createTaskQuery().taskCandidateGroupIn(List.copyOf(groups)).includeAssignedTasks();
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
        try {
            as(by, () -> tasks.complete(taskId, new HashMap<>(values)));
        } catch (OptimisticLockingException e) {
            throw tooLate.toComplete(taskId);
        }
    }

    /**
     * Takes a task for that person, as claiming in Tasklist does: others see who is at it.
     *
     * @throws io.gatehouse.core.Refusal if another one holds it, or for who could not decide it
     */
    public void claim(String taskId, Username by) {
        try {
            as(by, () -> tasks.claim(taskId, by.value()));
        } catch (OptimisticLockingException e) {
            throw tooLate.toClaim(taskId);
        }
    }

    /**
     * Lets go of a task that person holds; of one that nobody holds it changes nothing.
     *
     * @throws io.gatehouse.core.IllegalTransition naming who holds or has decided it, if somebody else does or has
     */
    public void letGo(String taskId, Username by) {
        try {
            as(by, () -> {
                var task = tasks.createTaskQuery().taskId(taskId).singleResult();
                if (task == null
                        || (task.getAssignee() != null && !task.getAssignee().equals(by.value()))) {
                    throw tooLate.toClaim(taskId);
                }
                tasks.setAssignee(taskId, null);
            });
        } catch (OptimisticLockingException e) {
            throw tooLate.toClaim(taskId);
        }
    }

    /** The engine knows who it is, and writes it down. */
    private void as(Username person, Runnable call) {
        var before = identity.getCurrentAuthentication();
        identity.setAuthentication(person.value(), List.of());
        try {
            engine.run(() -> {
                call.run();
                return person;
            });
        } finally {
            if (before == null) {
                identity.clearAuthentication();
            } else {
                identity.setAuthentication(before);
            }
        }
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
        return engine.run(() -> {
            var found = query.initializeFormKeys()
                    .orderByDueDate()
                    .asc()
                    .orderByTaskCreateTime()
                    .asc()
                    .listPage(0, MOST);
            var businessKeys = businessKeys(found);
            return found.stream()
                    .map(it -> view(it, businessKeys.getOrDefault(it.getId(), "")))
                    .toList();
        });
    }

    /** Of all tasks in one query, by the id of the task. */
    private Map<String, String> businessKeys(List<Task> found) {
        return found.isEmpty()
                ? Map.of()
                : runtime
                        .createVariableInstanceQuery()
                        .taskIdIn(found.stream().map(Task::getId).toArray(String[]::new))
                        .variableName(Briefing.BUSINESS_KEY)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(VariableInstance::getTaskId, it -> String.valueOf(it.getValue())));
    }

    private OpenTask view(Task task, String businessKey) {
        var definition = repository.getProcessDefinition(task.getProcessDefinitionId());
        return new OpenTask(
                task.getId(),
                definition.getKey(),
                task.getTaskDefinitionKey(),
                task.getName(),
                task.getCamundaFormRef() == null ? "" : task.getCamundaFormRef().getKey(),
                businessKey,
                task.getCreateTime().toInstant(),
                Optional.ofNullable(task.getDueDate()).map(Date::toInstant).orElse(null),
                task.getAssignee(),
                candidateGroups(task));
    }

    /** As the model names them; nothing adds one to a task later. */
    private List<String> candidateGroups(Task task) {
        UserTask element = repository
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        return element.getCamundaCandidateGroupsList();
    }
}

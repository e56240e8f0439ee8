package io.gatehouse.workflow;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;

import io.gatehouse.core.Forbidden;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Refusal;
import io.gatehouse.core.Sentences;
import io.gatehouse.core.Username;

/**
 * Carries what is submitted with a form to the completion guard, hands start forms to the owner of the process, and
 * turns refusals into sentences the engine's web applications show.
 */
@Component
class SubmissionInterceptor extends CommandInterceptor {

    private static final Field CLAIM_TASK = field(ClaimTaskCmd.class, "taskId");
    private static final Field COMPLETE_TASK = field(CompleteTaskCmd.class, "taskId");
    private static final Field COMPLETE_VALUES = field(CompleteTaskCmd.class, "variables");
    private static final Field SUBMIT_TASK = field(SubmitTaskFormCmd.class, "taskId");
    private static final Field SUBMIT_VALUES = field(SubmitTaskFormCmd.class, "properties");
    private static final Field START_DEFINITION = field(SubmitStartFormCmd.class, "processDefinitionId");
    private static final Field START_VALUES = field(SubmitStartFormCmd.class, "variables");

    private final ObjectProvider<ProcessOwners> owners;
    private final ObjectProvider<StartForms> startForms;
    private final Sentences sentences;
    private final TooLate tooLate;

    SubmissionInterceptor(
            ObjectProvider<ProcessOwners> owners,
            ObjectProvider<StartForms> startForms,
            Sentences sentences,
            TooLate tooLate) {
        this.owners = owners;
        this.startForms = startForms;
        this.sentences = sentences;
        this.tooLate = tooLate;
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            if (command instanceof CompleteTaskCmd) {
                return submission(COMPLETE_TASK, COMPLETE_VALUES, command).during(() -> next.execute(command));
            }
            if (command instanceof SubmitTaskFormCmd) {
                return submission(SUBMIT_TASK, SUBMIT_VALUES, command).during(() -> next.execute(command));
            }
            if (command instanceof SubmitStartFormCmd start) {
                return started(start);
            }
            return next.execute(command);
        } catch (RefusedByGuard e) {
            throw e;
        } catch (NullPointerException e) {
            // the engine stumbles over an execution that another completion has ended under it
            var first = first(command);
            if (first == null) {
                throw e;
            }
            throw refused(first);
        } catch (ProcessEngineException | Refusal | OptimisticLockingFailureException e) {
            var refusal = refusal(e, command);
            if (refusal == null) {
                throw e;
            }
            throw refused(refusal);
        }
    }

    private RefusedByGuard refused(Refusal refusal) {
        RefusedFields.keep(sentences.byField(refusal));
        return new RefusedByGuard(sentences.of(refusal), refusal);
    }

    @SuppressWarnings("unchecked") // the command's result is the process instance
    private <T> T started(SubmitStartFormCmd command) {
        var definition = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById((String) ReflectionUtils.getField(START_DEFINITION, command));
        var authentication =
                Context.getProcessEngineConfiguration().getIdentityService().getCurrentAuthentication();
        if (authentication == null) {
            throw new Forbidden("task.nobody");
        }
        var values = startForms.getObject().check(definition, values(START_VALUES, command));
        var number = owners.getObject().of(definition.getKey()).start(values, new Username(authentication.getUserId()));
        return (T) instance(number);
    }

    /** The one just started: nothing of it is written yet, so a query would not find it. */
    private static ProcessInstance instance(String number) {
        return Context.getCommandContext().getDbEntityManager().getCachedEntitiesByType(ExecutionEntity.class).stream()
                .filter(it -> it.isProcessInstanceExecution() && number.equals(it.getBusinessKey()))
                .findFirst()
                .orElseThrow();
    }

    private static Submission submission(Field task, Field values, Object command) {
        return new Submission(String.valueOf(ReflectionUtils.getField(task, command)), values(values, command));
    }

    @SuppressWarnings("unchecked") // the engine's fields hold maps of variables
    private static Map<String, Object> values(Field field, Object command) {
        var values = (Map<String, Object>) ReflectionUtils.getField(field, command);
        return values == null ? Map.of() : new HashMap<>(values);
    }

    private @Nullable Refusal refusal(Throwable e, Command<?> command) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            if (cause instanceof OptimisticLockingFailureException
                    || cause instanceof TaskAlreadyClaimedException
                    || isGone(cause)) {
                return lateOrUnknown(command);
            }
            if (cause instanceof AuthorizationException) {
                return first(command); // the rights on a task end with it, maybe just before they are asked for
            }
        }
        return null;
    }

    /** Another person's completion has ended the task. */
    private static boolean isGone(Throwable cause) {
        return cause instanceof NullValueException
                && String.valueOf(cause.getMessage()).startsWith("Cannot find task with id");
    }

    private Refusal lateOrUnknown(Command<?> command) {
        var task = task(command);
        return task == null ? new NotFound("task.unknown") : late(command, task);
    }

    /** The refusal that names who was first, if somebody was. */
    private @Nullable Refusal first(Command<?> command) {
        var task = task(command);
        return task == null || !tooLate.isDone(task) ? null : late(command, task);
    }

    private Refusal late(Command<?> command, String task) {
        return command instanceof ClaimTaskCmd ? tooLate.toClaim(task) : tooLate.toComplete(task);
    }

    /** The task that a command takes or completes. */
    private static @Nullable String task(Command<?> command) {
        if (command instanceof CompleteTaskCmd) {
            return String.valueOf(ReflectionUtils.getField(COMPLETE_TASK, command));
        }
        if (command instanceof SubmitTaskFormCmd) {
            return String.valueOf(ReflectionUtils.getField(SUBMIT_TASK, command));
        }
        return command instanceof ClaimTaskCmd ? String.valueOf(ReflectionUtils.getField(CLAIM_TASK, command)) : null;
    }

    private static Field field(Class<?> type, String name) {
        var field = Objects.requireNonNull(ReflectionUtils.findField(type, name), () -> type + " has no " + name);
        ReflectionUtils.makeAccessible(field);
        return field;
    }
}

package io.gatehouse.workflow;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import io.gatehouse.core.Forbidden;
import io.gatehouse.core.Username;

/**
 * The one place every decision of a person passes, whether it comes from Tasklist, a review page, a bulk action or
 * REST: the completion listener of every user task. Checks what was submitted against the form, then asks the owner of
 * the process. What was submitted does not stay in the process; only what its gateways ask for does.
 */
@Component
class CompletionGuard implements TaskListener {

    private final Forms forms;
    private final ProcessOwners owners;
    private final TooLate tooLate;
    private final ObjectProvider<IdentityService> identity;

    CompletionGuard(Forms forms, ProcessOwners owners, TooLate tooLate, ObjectProvider<IdentityService> identity) {
        this.forms = forms;
        this.owners = owners;
        this.tooLate = tooLate;
        this.identity = identity;
    }

    @Override
    public void notify(DelegateTask task) {
        if (task.getExecution() == null) { // another completion ended it after this one had read the task
            throw tooLate.toComplete(task.getId());
        }
        var submitted = Submission.of(task.getId());
        var values = forms.check(form(task), submitted);
        var completion = new TaskCompletion(
                task.getTaskDefinitionKey(), task.getExecution().getProcessBusinessKey(), person(), values);
        var outcome = owners.of(ProcessOwners.process(task)).complete(completion);
        submitted.keySet().forEach(task.getExecution()::removeVariable);
        task.getExecution().setVariables(outcome);
    }

    private static String form(DelegateTask task) {
        var form = ((TaskEntity) task).getTaskDefinition().getCamundaFormDefinitionKey();
        return form.getExpressionText();
    }

    private Username person() {
        var authentication = identity.getObject().getCurrentAuthentication();
        if (authentication == null) {
            throw new Forbidden("task.nobody");
        }
        return new Username(authentication.getUserId());
    }
}

package io.gatehouse.workflow;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import io.gatehouse.core.Forbidden;
import io.gatehouse.core.Username;

/**
 * Lets people take a task for themselves alone, and only a task they could decide, whatever way they come; letting go of
 * it is free.
 */
@Component
class ClaimGuard implements TaskListener {

    private final ProcessOwners owners;
    private final TooLate tooLate;
    private final ObjectProvider<IdentityService> identity;

    ClaimGuard(ProcessOwners owners, TooLate tooLate, ObjectProvider<IdentityService> identity) {
        this.owners = owners;
        this.tooLate = tooLate;
        this.identity = identity;
    }

    @Override
    public void notify(DelegateTask task) {
        var assignee = task.getAssignee();
        if (assignee == null) {
            return;
        }
        if (task.getExecution() == null) { // a completion ended it after this claim had read the task
            throw tooLate.toClaim(task.getId());
        }
        requireSamePerson(assignee);
        owners.of(ProcessOwners.process(task))
                .requireDecider(
                        task.getTaskDefinitionKey(),
                        task.getExecution().getProcessBusinessKey(),
                        new Username(assignee));
    }

    private void requireSamePerson(String assignee) {
        var authentication = identity.getObject().getCurrentAuthentication();
        if (authentication == null || !assignee.equals(authentication.getUserId())) {
            throw new Forbidden("task.claimed-for-another");
        }
    }
}

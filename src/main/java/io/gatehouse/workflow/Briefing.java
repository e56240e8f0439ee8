package io.gatehouse.workflow;

import java.util.Locale;
import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** When a user task appears: puts what its form shows beside it, as variables of the task alone. */
@Component
class Briefing implements TaskListener {

    static final String BUSINESS_KEY = "requestNumber";

    private final ProcessOwners owners;

    Briefing(ProcessOwners owners) {
        this.owners = owners;
    }

    @Override
    public void notify(DelegateTask task) {
        var businessKey = task.getExecution().getProcessBusinessKey();
        Map<String, Object> texts = owners.of(ProcessOwners.process(task))
                .briefing(task.getTaskDefinitionKey(), businessKey, Locale.ENGLISH);
        texts.forEach(task::setVariableLocal);
        task.setVariableLocal(BUSINESS_KEY, businessKey);
    }
}

package io.gatehouse.workflow;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Puts briefing and guards on every user task of every model, so that none can be forgotten. */
@Component
class UserTaskListeners extends AbstractBpmnParseListener {

    private final Briefing briefing;
    private final ClaimGuard claims;
    private final CompletionGuard completions;

    UserTaskListeners(Briefing briefing, ClaimGuard claims, CompletionGuard completions) {
        this.briefing = briefing;
        this.claims = claims;
        this.completions = completions;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addTaskListener(TaskListener.EVENTNAME_CREATE, briefing);
        task.addTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, claims);
        task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, completions);
    }
}

package io.gatehouse.requests;

import java.util.Locale;
import java.util.Map;

import io.gatehouse.core.Username;
import io.gatehouse.workflow.ProcessOwner;
import io.gatehouse.workflow.Processes;
import io.gatehouse.workflow.TaskCompletion;

/**
 * A process in which one person decides a request as a whole: what we tell it, and what its decision does. Modules make
 * it theirs by naming the kind.
 */
public abstract class DecisionProcess implements ProcessOwner {

    private final RequestKind kind;
    private final Processes processes;
    private final Requests requests;
    private final RequestBriefing briefing;

    protected DecisionProcess(RequestKind kind, Processes processes, Requests requests, RequestBriefing briefing) {
        this.kind = kind;
        this.processes = processes;
        this.requests = requests;
        this.briefing = briefing;
    }

    public void requested(RequestView request) {
        processes.start(process(), request.number(), Map.of());
    }

    public void withdrawn(RequestView request) {
        processes.withdraw(request.number());
    }

    @Override
    public String process() {
        return kind.process();
    }

    @Override
    public Map<String, Object> briefing(String task, String businessKey, Locale language) {
        return briefing.of(businessKey);
    }

    @Override
    public void requireDecider(String task, String businessKey, Username by) {
        requests.requireDecider(businessKey, by, kind.decides());
    }

    @Override
    public Map<String, Object> complete(TaskCompletion completion) {
        if (completion.approves()) {
            requests.approve(completion.businessKey(), completion.by(), completion.text("note"));
        } else {
            requests.reject(completion.businessKey(), completion.by(), completion.text("note"));
        }
        return Map.of("approved", completion.approves());
    }
}

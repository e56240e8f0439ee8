package io.gatehouse.exemption;

import java.util.Map;

import org.springframework.stereotype.Component;

import io.gatehouse.requests.RequestBriefing;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.RequestView;
import io.gatehouse.requests.Requests;
import io.gatehouse.workflow.ProcessOwner;
import io.gatehouse.workflow.Processes;
import io.gatehouse.workflow.TaskCompletion;

/** What we tell {@code processes/review-exemption.bpmn}, and what its decision does. */
@Component
class ReviewExemptionProcess implements ProcessOwner {

    private final Processes processes;
    private final Requests requests;
    private final RequestBriefing briefing;

    ReviewExemptionProcess(Processes processes, Requests requests, RequestBriefing briefing) {
        this.processes = processes;
        this.requests = requests;
        this.briefing = briefing;
    }

    void requested(RequestView request) {
        processes.start(process(), request.number(), Map.of());
    }

    void withdrawn(RequestView request) {
        processes.withdraw(request.number());
    }

    @Override
    public String process() {
        return RequestKind.EXEMPTION.process();
    }

    @Override
    public Map<String, Object> briefing(String task, String businessKey) {
        return briefing.of(businessKey);
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

package io.gatehouse.exemption;

import org.springframework.stereotype.Component;

import io.gatehouse.requests.DecisionProcess;
import io.gatehouse.requests.RequestBriefing;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.Requests;
import io.gatehouse.workflow.Processes;

/** What we tell {@code processes/review-exemption.bpmn}, and what its decision does. */
@Component
class ReviewExemptionProcess extends DecisionProcess {

    ReviewExemptionProcess(Processes processes, Requests requests, RequestBriefing briefing) {
        super(RequestKind.EXEMPTION, processes, requests, briefing);
    }
}

package io.gatehouse.enablement;

import org.springframework.stereotype.Component;

import io.gatehouse.requests.DecisionProcess;
import io.gatehouse.requests.RequestBriefing;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.Requests;
import io.gatehouse.workflow.Processes;

/** What we tell {@code processes/payment-enablement.bpmn}, and what its decision does. */
@Component
class PaymentEnablementProcess extends DecisionProcess {

    PaymentEnablementProcess(Processes processes, Requests requests, RequestBriefing briefing) {
        super(RequestKind.ENABLEMENT, processes, requests, briefing);
    }
}

package io.gatehouse.merchant;

import org.springframework.stereotype.Component;

import io.gatehouse.requests.DecisionProcess;
import io.gatehouse.requests.RequestBriefing;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.Requests;
import io.gatehouse.workflow.Processes;

/** What we tell {@code processes/merchant-binding.bpmn}, and what its decision does. */
@Component
class MerchantBindingProcess extends DecisionProcess {

    MerchantBindingProcess(Processes processes, Requests requests, RequestBriefing briefing) {
        super(RequestKind.MERCHANT_BINDING, processes, requests, briefing);
    }
}

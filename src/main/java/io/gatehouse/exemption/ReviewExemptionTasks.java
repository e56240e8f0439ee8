package io.gatehouse.exemption;

import org.springframework.stereotype.Component;

import io.gatehouse.requests.DecisionMails;

/**
 * What {@code processes/review-exemption.bpmn} asks of us. Public only because the engine's expression language cannot
 * call a package-private class; no Java code depends on it.
 */
@Component
public class ReviewExemptionTasks {

    private final Exemptions exemptions;
    private final DecisionMails mails;

    ReviewExemptionTasks(Exemptions exemptions, DecisionMails mails) {
        this.exemptions = exemptions;
        this.mails = mails;
    }

    public void grant(String number) {
        exemptions.grant(number);
    }

    public void tellTeam(String number) {
        mails.tell(number, "/virtual-payment/configuration");
    }
}

package io.gatehouse.enablement;

import java.util.Objects;

import org.springframework.stereotype.Component;

import io.gatehouse.requests.DecisionMails;
import io.gatehouse.requests.Requests;

/**
 * What {@code processes/payment-enablement.bpmn} asks of us. Public only because the engine's expression language cannot
 * call a package-private class; no Java code depends on it.
 */
@Component
public class PaymentEnablementTasks {

    private final Enablements enablements;
    private final Requests requests;
    private final DecisionMails mails;

    PaymentEnablementTasks(Enablements enablements, Requests requests, DecisionMails mails) {
        this.enablements = enablements;
        this.requests = requests;
        this.mails = mails;
    }

    public void enable(String number) {
        enablements.enable(Objects.requireNonNull(requests.get(number).game()), number);
    }

    public void tellTeam(String number) {
        mails.tell(number, "/virtual-payment/enablement");
    }
}

package io.gatehouse.merchant;

import org.springframework.stereotype.Component;

import io.gatehouse.requests.DecisionMails;
import io.gatehouse.requests.Requests;

/**
 * What {@code processes/merchant-binding.bpmn} asks of us. Public only because the engine's expression language cannot
 * call a package-private class; no Java code depends on it.
 */
@Component
public class MerchantBindingTasks {

    private final Merchants merchants;
    private final Requests requests;
    private final DecisionMails mails;

    MerchantBindingTasks(Merchants merchants, Requests requests, DecisionMails mails) {
        this.merchants = merchants;
        this.requests = requests;
        this.mails = mails;
    }

    public void bind(String number) {
        var request = requests.get(number);
        merchants.bind(request.team(), new MerchantId(request.subject()), number);
    }

    public void tellTeam(String number) {
        mails.tell(number, "/virtual-payment/merchant");
    }
}

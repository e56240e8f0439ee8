package io.gatehouse.exemption;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Username;
import io.gatehouse.requests.RequestBriefing;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.RequestView;
import io.gatehouse.requests.Requests;
import io.gatehouse.workflow.ProcessOwner;
import io.gatehouse.workflow.Processes;
import io.gatehouse.workflow.TaskCompletion;

/** What we tell {@code processes/exemption-revocation.bpmn}, and what its confirmation does. */
@Component
class ExemptionRevocationProcess implements ProcessOwner {

    private final Processes processes;
    private final Requests requests;
    private final Revocations revocations;
    private final RequestBriefing briefing;
    private final ObjectProvider<ExemptionRevocations> facade;
    private final MessageSource messages;

    ExemptionRevocationProcess(
            Processes processes,
            Requests requests,
            Revocations revocations,
            RequestBriefing briefing,
            ObjectProvider<ExemptionRevocations> facade,
            MessageSource messages) {
        this.processes = processes;
        this.requests = requests;
        this.revocations = revocations;
        this.briefing = briefing;
        this.facade = facade;
        this.messages = messages;
    }

    void asked(RequestView request, boolean confirmationNeeded) {
        processes.start(process(), request.number(), Map.of("confirmationNeeded", confirmationNeeded));
    }

    void withdrawn(String number) {
        processes.withdraw(number);
    }

    @Override
    public String process() {
        return RequestKind.REVOCATION.process();
    }

    @Override
    public Map<String, Object> briefing(String task, String businessKey, Locale language) {
        var texts = new HashMap<>(briefing.of(businessKey));
        var items = revocations.findById(businessKey).orElseThrow().items().size();
        texts.put("items", messages.getMessage("revocation.items", new Object[] {items}, language));
        return texts;
    }

    @Override
    public void requireDecider(String task, String businessKey, Username by) {
        requests.requireDecider(businessKey, by, RequestKind.REVOCATION.decides());
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

    /** From Tasklist, with the start form {@code revoke-exemption}. */
    @Override
    public String start(Map<String, Object> values, Username by) {
        var items = values.getOrDefault("items", "").toString();
        var wanted = new RevocationWanted(
                new AppId(values.get("game").toString()),
                values.get("reason").toString(),
                Takedown.valueOf(values.get("takedown").toString().toUpperCase(Locale.ROOT)),
                Arrays.stream(items.split("[\\s,;]+"))
                        .filter(it -> !it.isEmpty())
                        .toList());
        return facade.getObject().ask(wanted, by).number();
    }
}

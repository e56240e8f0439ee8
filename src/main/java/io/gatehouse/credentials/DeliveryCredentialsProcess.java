package io.gatehouse.credentials;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

import io.gatehouse.core.Username;
import io.gatehouse.requests.RequestBriefing;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.RequestView;
import io.gatehouse.requests.Requests;
import io.gatehouse.workflow.Markdown;
import io.gatehouse.workflow.ProcessOwner;
import io.gatehouse.workflow.Processes;
import io.gatehouse.workflow.TaskCompletion;

/** What we tell {@code processes/delivery-credentials.bpmn}, and what the person decides whom it asks. */
@Component
class DeliveryCredentialsProcess implements ProcessOwner {

    private final Processes processes;
    private final Requests requests;
    private final RequestBriefing briefing;
    private final Issuing issuing;

    DeliveryCredentialsProcess(Processes processes, Requests requests, RequestBriefing briefing, Issuing issuing) {
        this.processes = processes;
        this.requests = requests;
        this.briefing = briefing;
        this.issuing = issuing;
    }

    void requested(RequestView request) {
        processes.start(process(), request.number(), Map.of());
    }

    @Override
    public String process() {
        return RequestKind.CREDENTIALS.process();
    }

    @Override
    public Map<String, Object> briefing(String task, String businessKey, Locale language) {
        var texts = new LinkedHashMap<>(briefing.of(businessKey));
        var credential = issuing.get(businessKey);
        texts.put("failure", Markdown.quote(String.valueOf(credential.failure())));
        texts.put("attempts", String.valueOf(credential.attempts()));
        return texts;
    }

    @Override
    public void requireDecider(String task, String businessKey, Username by) {
        requests.requireDecider(businessKey, by, RequestKind.CREDENTIALS.decides());
    }

    @Override
    public Map<String, Object> complete(TaskCompletion completion) {
        var number = completion.businessKey();
        var request = requests.requireDecider(number, completion.by(), RequestKind.CREDENTIALS.decides());
        var again = "retry".equals(completion.text("decision"));
        if (again) {
            issuing.tryAgain(request.number(), completion.by());
        } else {
            requests.reject(number, completion.by(), completion.text("note"));
            issuing.giveUp(number, completion.by());
        }
        return Map.of("again", again);
    }
}

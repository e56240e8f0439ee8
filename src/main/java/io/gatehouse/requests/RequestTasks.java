package io.gatehouse.requests;

import java.util.Date;
import java.util.LinkedHashMap;

import org.springframework.stereotype.Component;

import io.gatehouse.access.Access;
import io.gatehouse.access.People;
import io.gatehouse.access.Person;
import io.gatehouse.access.Role;
import io.gatehouse.mail.Mail;
import io.gatehouse.mail.Mails;
import io.gatehouse.workflow.UserTasks;

/**
 * What every process asks of its request: until when, remind, escalate. Public only because the engine's expression
 * language cannot call a package-private class; no Java code depends on it.
 */
@Component
public class RequestTasks {

    private final Requests requests;
    private final Access access;
    private final People people;
    private final Mails mails;
    private final UserTasks userTasks;

    RequestTasks(Requests requests, Access access, People people, Mails mails, UserTasks userTasks) {
        this.requests = requests;
        this.access = access;
        this.people = people;
        this.mails = mails;
        this.userTasks = userTasks;
    }

    /** When a decision is due. */
    public Date dueAt(String number) {
        return Date.from(requests.get(number).dueAt());
    }

    /** When those who decide are reminded: half-way to the due date. */
    public Date reminderAt(String number) {
        var request = requests.get(number);
        var waited = request.requestedAt().toEpochMilli();
        return new Date(waited + (request.dueAt().toEpochMilli() - waited) / 2);
    }

    /** When the superapp administrator is told: at the due date. */
    public Date escalationAt(String number) {
        return dueAt(number);
    }

    /** Reminds those who may decide, and did not ask for it themselves. */
    public void remind(String number) {
        var request = requests.get(number);
        access.holders(request.kind().decides(), request.team()).stream()
                .filter(person -> !person.username().equals(request.requestedBy()))
                .forEach(person -> tell("request-reminder", request, person));
    }

    /** Tells the superapp's administrators and moves the case into the shared filter "Overdue". */
    public void escalate(String number) {
        var request = requests.get(number);
        userTasks.markOverdue(number);
        people.having(Role.SUPERAPP_ADMINISTRATOR).forEach(person -> tell("request-escalation", request, person));
    }

    private void tell(String template, RequestView request, Person person) {
        var model = new LinkedHashMap<String, Object>();
        model.put("number", request.number());
        model.put(
                "requestedBy",
                people.find(request.requestedBy())
                        .map(Person::name)
                        .orElse(request.requestedBy().value()));
        model.put("due", request.dueAt());
        mails.queue(Mail.of(
                        request.number() + "/" + template + "/" + person.username(),
                        person.username(),
                        template,
                        model,
                        "/reviews/" + request.number())
                .about(request.game(), request.number()));
    }
}

package io.gatehouse.mail;

import java.util.LinkedHashMap;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

import io.gatehouse.access.People;
import io.gatehouse.access.PersonInvited;
import io.gatehouse.core.IllegalTransition;

/** Mails people the address at which they choose a password. */
@Component
class InvitationMails {

    private final Mails mails;
    private final People people;

    InvitationMails(Mails mails, People people) {
        this.mails = mails;
        this.people = people;
    }

    /** Within the inviter's transaction: an invitation that cannot be mailed was never made. */
    @EventListener
    void tell(PersonInvited invited) {
        var person = people.get(invited.person());
        var model = new LinkedHashMap<String, Object>();
        model.put("username", person.username());
        model.put("by", people.get(invited.by()).name());
        try {
            mails.send(
                    Mail.of(
                            "invitation/%s/%s".formatted(person.username(), UUID.randomUUID()),
                            person.username(),
                            "invitation",
                            model,
                            "/invitation/"),
                    invited.secret());
        } catch (MailException e) {
            throw new IllegalTransition("mail.invitation-not-sent", person.email());
        }
    }
}

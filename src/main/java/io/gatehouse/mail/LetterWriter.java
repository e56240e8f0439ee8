package io.gatehouse.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.gatehouse.access.People;

/** Writes a mail in the recipient's language. */
@Component
class LetterWriter {

    private final People people;
    private final MessageSource messages;

    LetterWriter(People people, MessageSource messages) {
        this.people = people;
        this.messages = messages;
    }

    Letter write(Mail mail) {
        var person = people.get(mail.to());
        var places = mail.model().values().toArray();
        var subject = messages.getMessage("mail." + mail.template() + ".subject", places, person.locale());
        var body = messages.getMessage("mail." + mail.template() + ".body", places, person.locale());
        return new Letter(
                mail.key(),
                person.username().value(),
                person.email(),
                oneLine(subject),
                body,
                mail.link(),
                text(mail.game()),
                mail.request(),
                0,
                null);
    }

    /** Names people chose stand in subjects: a line break there would start a mail header of their own. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }
}

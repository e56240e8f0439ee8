package io.gatehouse.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.gatehouse.access.People;

/** Writes a mail in the recipient's language. */
@Component
class LetterWriter {

    private final People people;
    private final MessageSource messages;
    private final ZoneId zone;

    LetterWriter(People people, MessageSource messages, @Value("${gatehouse.console.zone}") ZoneId zone) {
        this.people = people;
        this.messages = messages;
        this.zone = zone;
    }

    Letter write(Mail mail) {
        var person = people.get(mail.to());
        var places = mail.model().values().stream()
                .map(it -> it instanceof Instant time ? inWords(time, person.locale()) : it)
                .toArray();
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

    private String inWords(Instant time, Locale language) {
        var pattern = messages.getMessage("time.minute.year", null, language);
        return DateTimeFormatter.ofPattern(pattern, language).format(time.atZone(zone)) + " (" + zone + ")";
    }

    /** Names people chose stand in subjects: a line break there would start a mail header of their own. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }
}

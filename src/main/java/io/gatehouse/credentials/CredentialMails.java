package io.gatehouse.credentials;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Objects;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.access.Games;
import io.gatehouse.access.Person;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.Username;
import io.gatehouse.mail.Mail;
import io.gatehouse.mail.Mails;

/** Mails archives to the accounts that asked for them, and never what opens them. */
@Component
@Transactional(noRollbackFor = {MailException.class, MailNotSent.class})
class CredentialMails {

    private static final String PAGE = "/virtual-payment/configuration";

    private final CredentialRepository credentials;
    private final Secrets secrets;
    private final CredentialsSettings settings;
    private final Mails mails;
    private final Games games;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;

    CredentialMails(
            CredentialRepository credentials,
            Secrets secrets,
            CredentialsSettings settings,
            Mails mails,
            Games games,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${gatehouse.console.zone}") ZoneId zone) {
        this.credentials = credentials;
        this.secrets = secrets;
        this.settings = settings;
        this.mails = mails;
        this.games = games;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    /** Sends the archive the first time; safe to call twice. @throws MailException for the engine's job to be tried again */
    void send(Credential credential) {
        if (credential.mailedAt() == null) {
            mails.send(archive(credential, ""));
            mailed(credential);
        }
    }

    void sendAgain(Credential credential) {
        try {
            mails.send(archive(credential, "/" + (credential.mails() + 1)));
        } catch (MailException e) {
            throw new MailNotSent(credential.number());
        }
        mailed(credential);
    }

    /** Tells those who may renew it that it runs out; the same number of days is told once. */
    void remind(Credential credential, int days, Person person) {
        mails.queue(mail(
                credential,
                credential.number() + "/expiry-" + days + "/" + person.username(),
                person.username(),
                "credential-expiry"));
    }

    void tellGivenUp(Credential credential) {
        mails.queue(
                mail(credential, credential.number() + "/given-up", credential.requestedBy(), "credential-given-up"));
    }

    /** From the first mail on the new one signs, and those before it are accepted for a while yet. */
    private void mailed(Credential credential) {
        var now = clock.instant();
        if (credential.mailed(now)) {
            var until = now.plus(settings.overlap());
            credentials.findByGameAndState(credential.game(), CredentialState.ISSUED).stream()
                    .filter(it -> isOlder(it, credential))
                    .forEach(it -> credentials.save(it.supersede(until)));
        }
        credentials.save(credential);
        events.publishEvent(
                BusinessEvent.of("credential.mailed", BusinessEvent.SYSTEM, "credential " + credential.number())
                        .in(credential.game())
                        .under(credential.number())
                        .with("recipient", credential.requestedBy()));
    }

    private static boolean isOlder(Credential other, Credential credential) {
        return !other.number().equals(credential.number())
                && !Objects.requireNonNull(other.issuedAt()).isAfter(Objects.requireNonNull(credential.issuedAt()));
    }

    private Mail archive(Credential credential, String again) {
        var attachment =
                new Mail.Attachment(credential.number() + ".zip", "application/zip", secrets.archive(credential));
        return mail(credential, credential.number() + "/archive" + again, credential.requestedBy(), "credential-issued")
                .with(attachment);
    }

    private Mail mail(Credential credential, String key, Username to, String template) {
        var model = new LinkedHashMap<String, Object>();
        model.put("number", credential.number());
        model.put("game", games.get(credential.game()).name());
        model.put(
                "until",
                credential.validUntil() == null
                        ? "–"
                        : LocalDate.ofInstant(credential.validUntil(), zone).toString());
        return Mail.of(key, to, template, model, PAGE + "?game=" + credential.game())
                .about(credential.game(), credential.number());
    }
}

package io.gatehouse.credentials;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Username;
import io.gatehouse.requests.Requests;

/** The steps of a credential's way that the process takes; each is safe to take twice. */
@Component
@Transactional
class Issuing {

    private static final Logger log = LoggerFactory.getLogger(Issuing.class);

    private final CredentialRepository credentials;
    private final CredentialIssuer issuer;
    private final Secrets secrets;
    private final CredentialMails mails;
    private final Requests requests;
    private final CredentialsSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate outside;

    Issuing(
            CredentialRepository credentials,
            CredentialIssuer issuer,
            Secrets secrets,
            CredentialMails mails,
            Requests requests,
            CredentialsSettings settings,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.credentials = credentials;
        this.issuer = issuer;
        this.secrets = secrets;
        this.mails = mails;
        this.requests = requests;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
        this.outside = new TransactionTemplate(transactions);
        this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /** What came of an attempt, as the model's gateway reads it. */
    enum Outcome {
        ISSUED,
        LATER,
        STUCK
    }

    Outcome issue(String number) {
        var credential = get(number);
        if (credential.state() == CredentialState.ISSUED) {
            return Outcome.ISSUED;
        }
        try {
            var issued = Objects.requireNonNull(
                    outside.execute(it -> issuer.issue(credential.game(), number, credential.isRenewal())));
            var sealed = secrets.seal(credential.game(), number, issued);
            credentials.save(credential.issue(issued.certificate(), sealed, clock.instant()));
            requests.complete(number);
            events.publishEvent(event("credential.issued", BusinessEvent.SYSTEM, credential)
                    .with("serial", credential.serial())
                    .with("fingerprint", credential.fingerprint())
                    .with("valid until", credential.validUntil()));
            return Outcome.ISSUED;
        } catch (NotIssued e) {
            log.warn("Credential {} could not be issued: {}", number, e.getMessage());
            credentials.save(credential.fail(String.valueOf(e.getMessage())));
            events.publishEvent(event("credential.issuing-failed", BusinessEvent.SYSTEM, credential)
                    .with("attempt", credential.attempts())
                    .with("reason", credential.failure()));
            return credential.attempts() < settings.attempts() ? Outcome.LATER : Outcome.STUCK;
        }
    }

    /** @return whether others are accepted beside it, and are to be retired when the overlap is over */
    boolean mail(String number) {
        var credential = get(number);
        if (credential.state() != CredentialState.ISSUED) {
            return false; // revoked meanwhile
        }
        mails.send(credential);
        return credentials.findByGameAndState(credential.game(), CredentialState.ISSUED).stream()
                .anyMatch(it -> it.acceptedUntil() != null);
    }

    Instant nextAttempt() {
        return clock.instant().plus(settings.pause());
    }

    /** When the last of those that were replaced is no longer accepted. */
    Instant overlapEnds(String number) {
        return credentials.findByGameAndState(get(number).game(), CredentialState.ISSUED).stream()
                .map(Credential::acceptedUntil)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElseGet(clock::instant);
    }

    /** Ends what is no longer accepted, and forgets its keys. */
    void retireOld(String number) {
        var now = clock.instant();
        for (var credential : credentials.findByGameAndState(get(number).game(), CredentialState.ISSUED)) {
            if (credential.acceptedUntil() != null && !now.isBefore(credential.acceptedUntil())) {
                credentials.save(credential.retire(now));
                events.publishEvent(event("credential.retired", BusinessEvent.SYSTEM, credential)
                        .with("replaced by", number));
            }
        }
    }

    void tryAgain(String number, Username by) {
        credentials.save(get(number).tryAgain());
        events.publishEvent(event("credential.tried-again", by.value(), get(number)));
    }

    void giveUp(String number, Username by) {
        credentials.save(get(number).giveUp(clock.instant()));
        events.publishEvent(event("credential.given-up", by.value(), get(number)));
    }

    void tellGivenUp(String number) {
        mails.tellGivenUp(get(number));
    }

    Credential get(String number) {
        return credentials.findById(number).orElseThrow(() -> new NotFound("credentials.unknown", number));
    }

    private static BusinessEvent event(String type, String actor, Credential credential) {
        return BusinessEvent.of(type, actor, "credential " + credential.number())
                .in(credential.game())
                .under(credential.number());
    }
}

package io.gatehouse.credentials;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.access.Games;

/** Reminds those who may renew a credential 30, 7 and 1 days before it runs out. */
@Component
class ExpiryReminders {

    private static final List<Integer> DAYS = List.of(1, 7, 30);
    private static final Duration EARLIEST = Duration.ofDays(30);

    private final CredentialRepository credentials;
    private final CredentialMails mails;
    private final Access access;
    private final Games games;
    private final Clock clock;

    ExpiryReminders(CredentialRepository credentials, CredentialMails mails, Access access, Games games, Clock clock) {
        this.credentials = credentials;
        this.mails = mails;
        this.access = access;
        this.games = games;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
    @Transactional
    public void remind() {
        var now = clock.instant();
        credentials.findByStateAndValidUntilBefore(CredentialState.ISSUED, now.plus(EARLIEST)).stream()
                .filter(it -> it.acceptedUntil() == null && it.isAccepted(now))
                .forEach(this::remind);
    }

    private void remind(Credential credential) {
        var left = Duration.between(clock.instant(), Objects.requireNonNull(credential.validUntil()));
        DAYS.stream()
                .filter(days -> left.compareTo(Duration.ofDays(days)) <= 0)
                .findFirst()
                .ifPresent(days -> access.holders(
                                Capability.CREDENTIALS_REQUEST,
                                games.get(credential.game()).team())
                        .forEach(person -> mails.remind(credential, days, person)));
    }
}

package io.gatehouse.credentials;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.access.People;
import io.gatehouse.access.Person;
import io.gatehouse.core.AppId;
import io.gatehouse.core.Username;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.RequestStatus;
import io.gatehouse.requests.RequestView;
import io.gatehouse.requests.Requests;
import io.gatehouse.workflow.Forms;

/** Fills the section "Certificate and key" of the configuration page; its template asks for it by itself. */
@Component
@Transactional(readOnly = true)
public class CredentialsPage {

    private static final String FORM = "request-credentials";

    private final CredentialRepository credentials;
    private final CredentialsSettings settings;
    private final People people;
    private final Access access;
    private final Forms forms;
    private final Requests requests;
    private final Clock clock;

    CredentialsPage(
            CredentialRepository credentials,
            CredentialsSettings settings,
            People people,
            Access access,
            Forms forms,
            Requests requests,
            Clock clock) {
        this.credentials = credentials;
        this.settings = settings;
        this.people = people;
        this.access = access;
        this.forms = forms;
        this.requests = requests;
        this.clock = clock;
    }

    public CredentialsSection of(AppId game, Username reader) {
        var all = credentials.findByGame(game);
        var keyring = new Keyring(all, clock.instant());
        var newest = keyring.accepted().stream().findFirst();
        var pending = all.stream()
                .filter(it -> it.state() == CredentialState.REQUESTED)
                .max(Comparator.comparing(Credential::number));
        // showing it while the archive is being mailed would make one of the two fail; before, it opens nothing
        var passphraseToShow = newest.filter(it -> it.mailedAt() != null && it.canShowPassphrase(reader))
                .isPresent();
        return new CredentialsSection(
                newest.map(this::current).orElse(null),
                keyring.replaced().stream()
                        .filter(it -> it.acceptedUntil() != null)
                        .map(it -> new CredentialsSection.Replaced(
                                it.number(), Objects.requireNonNull(it.acceptedUntil())))
                        .toList(),
                pending.map(Credential::number).orElse(null),
                pending.filter(it -> it.attempts() >= settings.attempts()).isPresent(),
                givenUp(game),
                passphraseToShow,
                access.explain(reader, Capability.CREDENTIALS_REQUEST, game),
                forms.get(FORM));
    }

    private @Nullable RequestView givenUp(AppId game) {
        return requests.of(game, RequestKind.CREDENTIALS).stream()
                .findFirst()
                .filter(it -> it.status() == RequestStatus.REJECTED)
                .orElse(null);
    }

    private CredentialsSection.Current current(Credential credential) {
        var validUntil = Objects.requireNonNull(credential.validUntil());
        return new CredentialsSection.Current(
                credential.number(),
                "CN=" + credential.game(),
                Objects.requireNonNull(credential.fingerprint()),
                Objects.requireNonNull(credential.issuedAt()),
                validUntil,
                Duration.between(clock.instant(), validUntil).toDays(),
                people.find(credential.requestedBy()).map(Person::email).orElse("–"),
                credential.mailedAt());
    }
}

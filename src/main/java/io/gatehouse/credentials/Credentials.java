package io.gatehouse.credentials;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.access.Games;
import io.gatehouse.core.AppId;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.Env;
import io.gatehouse.core.Forbidden;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Username;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.RequestView;
import io.gatehouse.requests.Requests;

/** The certificates and keys of the games. */
@Service
@Transactional
public class Credentials {

    private static final String FIRST_SAVE = "First save of the delivery notification configuration";

    private final CredentialRepository credentials;
    private final Secrets secrets;
    private final Requests requests;
    private final DeliveryCredentialsProcess process;
    private final CredentialMails mails;
    private final Games games;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Credentials(
            CredentialRepository credentials,
            Secrets secrets,
            Requests requests,
            DeliveryCredentialsProcess process,
            CredentialMails mails,
            Games games,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.credentials = credentials;
        this.secrets = secrets;
        this.requests = requests;
        this.process = process;
        this.mails = mails;
        this.games = games;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Whether there is a credential to sign and check with. */
    @Transactional(readOnly = true)
    public boolean valid(AppId game) {
        return keyring(game).signing().isPresent();
    }

    /**
     * The AppKey that signs.
     *
     * @throws NotFound while the game has no valid credential
     */
    @Transactional(readOnly = true)
    public AppKey signing(AppId game, Env env) {
        return keyring(game)
                .signing()
                .map(it -> secrets.appKey(it, env))
                .orElseThrow(() -> new NotFound("credentials.none", game));
    }

    /** The AppKeys with which a signature may be made, the newest first; none while there is no valid credential. */
    @Transactional(readOnly = true)
    public List<AppKey> accepted(AppId game, Env env) {
        return keyring(game).accepted().stream()
                .map(it -> secrets.appKey(it, env))
                .toList();
    }

    /** The secrets every notification is signed with, the newest first: two while two credentials overlap. */
    @Transactional(readOnly = true)
    public List<WebhookSecret> webhookSecrets(AppId game) {
        return keyring(game).accepted().stream().map(secrets::webhookSecret).toList();
    }

    /** The configuration was saved: asks for certificate and key, the first time ever and no other time. */
    public void requestFirst(AppId game, Username by) {
        var first = jdbc.sql("insert into credential_first (game) values (:game) on conflict do nothing")
                        .param("game", game.value())
                        .update()
                == 1;
        if (first) {
            request(game, FIRST_SAVE, by, false);
        }
    }

    /**
     * Asks for a new certificate and key; the old ones are accepted for a while yet.
     *
     * @throws IllegalTransition while such a request is under way
     */
    public RequestView renew(AppId game, Username by, String message) {
        return request(game, message, by, true);
    }

    /**
     * Shows the passphrase of the newest archive.
     *
     * @throws Forbidden for anyone but the person who asked for it
     * @throws IllegalTransition if it was shown before
     */
    public String passphrase(AppId game, Username to) {
        var credential = newest(game);
        var passphrase = secrets.passphrase(credential, credential.showPassphrase(to, clock.instant()));
        credentials.save(credential);
        publish("credential.passphrase-shown", to, credential);
        return passphrase;
    }

    /**
     * Mails the newest archive again, to the account that asked for it.
     *
     * @throws MailNotSent if the mail server does not take it; the credential is kept
     */
    public void sendAgain(AppId game, Username by) {
        var credential = newest(game);
        mails.sendAgain(credential);
        publish("credential.sent-again", by, credential);
    }

    /**
     * Ends the credentials that a newer one has replaced, before their time.
     *
     * @throws IllegalTransition if there are none
     */
    public void revokeOld(AppId game, Username by) {
        var replaced = keyring(game).replaced();
        IllegalTransition.unless(!replaced.isEmpty(), "credentials.no-old", game);
        for (var credential : replaced) {
            credentials.save(credential.revoke(clock.instant()));
            publish("credential.revoked", by, credential);
        }
    }

    private RequestView request(AppId game, String message, Username by, boolean renewal) {
        var team = games.get(game).team();
        var request = requests.open(RequestKind.CREDENTIALS, game, team, "", message, by);
        credentials.save(new Credential(request.number(), game, by, renewal));
        process.requested(request);
        return request;
    }

    private Credential newest(AppId game) {
        return keyring(game).accepted().stream().findFirst().orElseThrow(() -> new NotFound("credentials.none", game));
    }

    private Keyring keyring(AppId game) {
        Instant now = clock.instant();
        return new Keyring(credentials.findByGameAndState(game, CredentialState.ISSUED), now);
    }

    private void publish(String type, Username by, Credential credential) {
        events.publishEvent(BusinessEvent.of(type, by.value(), "credential " + credential.number())
                .in(credential.game())
                .under(credential.number()));
    }
}

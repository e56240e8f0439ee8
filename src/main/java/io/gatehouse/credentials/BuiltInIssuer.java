package io.gatehouse.credentials;

import java.time.Clock;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Safe;

/** Issues by ourselves. */
@Component
@ConditionalOnProperty(name = "gatehouse.credentials.issuer", havingValue = "built-in", matchIfMissing = true)
class BuiltInIssuer implements CredentialIssuer {

    private final AuthorityKeeper authorities;
    private final CredentialsSettings settings;
    private final Clock clock;

    BuiltInIssuer(AuthorityKeeper authorities, CredentialsSettings settings, Clock clock) {
        this.authorities = authorities;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Issued issue(AppId game, String number, boolean renewal) {
        var authority = authority();
        var pair = Certificates.keyPair(settings.keys());
        var certificate =
                Certificates.endEntity(game, pair.getPublic(), authority, clock.instant(), settings.validity());
        return new Issued(certificate, Pem.of(authority.certificate()), Pem.of(pair.getPrivate()), AppKey.random());
    }

    private Authority authority() {
        try {
            return authorities.get();
        } catch (Safe.DoesNotOpen e) {
            throw new NotIssued("Our certificate office cannot be opened: is gatehouse.secrets.key the right one?", e);
        }
    }
}

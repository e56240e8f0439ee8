package io.gatehouse.credentials;

import org.springframework.stereotype.Component;

import io.gatehouse.core.AppId;
import io.gatehouse.enablement.ReadinessCheck;

/** The line of the readiness list that asks for certificate and key. */
@Component
class CredentialsReadiness implements ReadinessCheck {

    private final Credentials credentials;

    CredentialsReadiness(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public String key() {
        return "credentials";
    }

    @Override
    public boolean done(AppId game) {
        return credentials.valid(game);
    }

    @Override
    public String link() {
        return "/virtual-payment/configuration#credentials";
    }

    @Override
    public int order() {
        return 30;
    }
}

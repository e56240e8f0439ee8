package io.gatehouse.credentials;

import java.util.Objects;

import org.springframework.stereotype.Component;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.core.Safe;

/** Seals the secrets of a credential for their places, and opens them there. */
@Component
class Secrets {

    private final Safe safe;

    Secrets(Safe safe) {
        this.safe = safe;
    }

    Sealed seal(AppId game, String number, Issued issued) {
        var sandbox = AppKey.random();
        var webhook = WebhookSecret.random();
        var passphrase = Randoms.passphrase();
        return new Sealed(
                safe.seal(issued.appKey().value(), place(game, number, Sealed.APP_KEY)),
                safe.seal(sandbox.value(), place(game, number, Sealed.SANDBOX_APP_KEY)),
                safe.seal(webhook.value(), place(game, number, Sealed.WEBHOOK_SECRET)),
                safe.seal(
                        Archive.of(game, number, issued, sandbox, webhook, passphrase),
                        place(game, number, Sealed.ARCHIVE)),
                safe.seal(passphrase, place(game, number, Sealed.PASSPHRASE)));
    }

    AppKey appKey(Credential credential, Env env) {
        return new AppKey(text(credential, env == Env.LIVE ? Sealed.APP_KEY : Sealed.SANDBOX_APP_KEY));
    }

    WebhookSecret webhookSecret(Credential credential) {
        return new WebhookSecret(text(credential, Sealed.WEBHOOK_SECRET));
    }

    byte[] archive(Credential credential) {
        return safe.open(sealed(credential, Sealed.ARCHIVE), place(credential, Sealed.ARCHIVE));
    }

    String passphrase(Credential credential, byte[] sealed) {
        return safe.openText(sealed, place(credential, Sealed.PASSPHRASE));
    }

    private String text(Credential credential, String name) {
        return safe.openText(sealed(credential, name), place(credential, name));
    }

    private static byte[] sealed(Credential credential, String name) {
        return Objects.requireNonNull(credential.sealed(name), () -> credential.number() + " has no " + name);
    }

    private static String place(Credential credential, String name) {
        return place(credential.game(), credential.number(), name);
    }

    private static String place(AppId game, String number, String name) {
        return game + "/" + number + "/" + name;
    }
}

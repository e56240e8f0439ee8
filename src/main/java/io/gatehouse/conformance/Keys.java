package io.gatehouse.conformance;

import java.util.List;
import java.util.Optional;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.credentials.AppKey;
import io.gatehouse.credentials.Credentials;
import io.gatehouse.credentials.WebhookSecret;

/**
 * What a game's notifications are signed with.
 *
 * @param current the AppKey that signs
 * @param earlier the one before it, while it is still accepted
 * @param secrets of the webhook headers, the newest first
 */
record Keys(AppKey current, Optional<AppKey> earlier, List<String> secrets) {

    /** @throws IllegalTransition while the game has no valid credentials */
    static Keys of(AppId game, Env env, Credentials credentials) {
        if (!credentials.valid(game)) {
            throw new IllegalTransition("delivery.test.no-credentials");
        }
        var current = credentials.signing(game, env);
        var accepted = credentials.accepted(game, env);
        return new Keys(
                current,
                accepted.stream().skip(accepted.indexOf(current) + 1L).findFirst(),
                credentials.webhookSecrets(game).stream()
                        .map(WebhookSecret::value)
                        .toList());
    }

    @Override
    public String toString() {
        return "Keys[********]";
    }
}

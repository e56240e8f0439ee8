package io.gatehouse.orders;

import java.time.Instant;

import io.gatehouse.core.AppId;

/**
 * A player who is signed in to a game.
 *
 * @param session what the client sends with a purchase
 * @param sessionKey the key of the user-state signature, known to the game's server and to us
 */
public record PlayerSession(String session, AppId game, String openId, String sessionKey, Instant expiresAt) {

    @Override
    public String toString() {
        return "PlayerSession[session=********, game=%s, openId=%s, sessionKey=********, expiresAt=%s]"
                .formatted(game, openId, expiresAt);
    }
}

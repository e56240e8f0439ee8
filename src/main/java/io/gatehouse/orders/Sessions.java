package io.gatehouse.orders;

import java.util.Optional;

import io.gatehouse.core.AppId;

/** The players who are signed in to games. */
public interface Sessions {

    /** Signs a player in; their earlier sessions stay valid until they expire. */
    PlayerSession open(AppId game, String openId);

    /** The session, unless it is unknown or has expired. */
    Optional<PlayerSession> find(String session);

    /** The key of a player's newest session, for requests that are signed with it. */
    Optional<String> sessionKey(AppId game, String openId);
}

package io.gatehouse.requests;

import io.gatehouse.core.AppId;

/** What waits for a game's team beside its requests; each module that asks teams something offers one. */
public interface TeamQuestion {

    /** Its texts are {@code home.asked.<key>} of the bundles. */
    String key();

    long waiting(AppId game);

    /** The page that shows them, as a path without the game. */
    String link();
}

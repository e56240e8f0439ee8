package io.gatehouse.enablement;

import io.gatehouse.core.AppId;

/** A line of the readiness list of an enabled game; each module that has something to finish offers one. */
public interface ReadinessCheck {

    /** Its texts are {@code readiness.<key>} of the bundles. */
    String key();

    boolean done(AppId game);

    /** The page that finishes it, as a path without the game. */
    String link();

    /** Where in the list it stands. */
    int order();
}

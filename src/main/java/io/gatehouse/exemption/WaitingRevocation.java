package io.gatehouse.exemption;

import io.gatehouse.access.Game;
import io.gatehouse.requests.RequestView;

/**
 * A revocation that a second person has to confirm, since many items go with it.
 *
 * @param items how many it takes down
 */
public record WaitingRevocation(RequestView request, Game game, int items) {}

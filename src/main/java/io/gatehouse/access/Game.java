package io.gatehouse.access;

import io.gatehouse.core.AppId;
import io.gatehouse.core.TeamId;

/**
 * A mini program of a team.
 *
 * @param game whether it is a mini <em>game</em>: only those may sell items
 */
public record Game(AppId appId, TeamId team, String teamName, String name, boolean game) {}

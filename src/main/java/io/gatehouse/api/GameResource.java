package io.gatehouse.api;

import io.swagger.v3.oas.annotations.media.Schema;

import io.gatehouse.access.Game;

/** A mini program a caller may know of. */
@Schema(name = "Game", description = "A mini program of a team")
record GameResource(
        @Schema(example = "wx7f20c4a19be3") String appId,
        String name,
        String team,
        String teamName,

        @Schema(description = "Whether it is a mini game: only those may sell items")
        boolean game) {

    static GameResource of(Game game) {
        return new GameResource(game.appId().value(), game.name(), game.team().value(), game.teamName(), game.game());
    }
}

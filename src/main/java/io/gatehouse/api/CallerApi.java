package io.gatehouse.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.gatehouse.access.ApiCaller;
import io.gatehouse.access.Games;
import io.gatehouse.access.Person;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Caller", description = "Who calls, and which games they may know of; any token will do")
class CallerApi {

    private final Games games;

    CallerApi(Games games) {
        this.games = games;
    }

    @GetMapping("/me")
    @Operation(summary = "api.does.caller.me")
    CallerResource me(Person me, ApiCaller caller) {
        return CallerResource.of(me, caller.token());
    }

    @GetMapping("/games")
    @Operation(summary = "api.does.caller.games")
    Listing<GameResource> games(Person me) {
        return Listing.of(
                games.visibleTo(me.username()).stream().map(GameResource::of).toList());
    }
}

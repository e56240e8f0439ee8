package io.gatehouse.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.gatehouse.access.ApiCaller;
import io.gatehouse.access.Games;
import io.gatehouse.access.Person;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Caller", description = "Who calls, and which games they may know of; any token will do")
class CallerApi {

    private static final int PAGE = 50;

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
    Listing<GameResource> games(
            Person me,
            @Parameter(description = "Part of a name, an id or a team's name") @RequestParam(defaultValue = "")
                    String search,
            @RequestParam(required = false) @Nullable String cursor) {
        return Listing.of(cursor, it -> games.search(me.username(), search, it, PAGE), GameResource::of);
    }
}

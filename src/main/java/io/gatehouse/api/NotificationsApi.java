package io.gatehouse.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.gatehouse.access.Capability;
import io.gatehouse.access.Game;
import io.gatehouse.access.Requires;
import io.gatehouse.core.Env;
import io.gatehouse.delivery.Outcome;
import io.gatehouse.delivery.SentNotifications;

@RestController
@RequestMapping("/api/v1/games/{game}/notifications")
@Tag(
        name = "Notifications",
        description = "Every attempt to tell the game's server; they are sent again on the routes of orders")
class NotificationsApi {

    private final SentNotifications sent;
    private final Wording words;

    NotificationsApi(SentNotifications sent, Wording words) {
        this.sent = sent;
        this.words = words;
    }

    @GetMapping
    @Requires(Capability.ORDER_VIEW)
    @Operation(
            summary = "api.does.notifications.list",
            description = "One notification has the same id and bytes at every attempt.")
    Listing<NotificationAttempt> list(
            Game game,
            @Parameter(description = "LIVE for the URL; SANDBOX for the Test URL, tests included")
                    @RequestParam(defaultValue = "LIVE")
                    Env env,
            @Parameter(description = "Our order number, exactly") @RequestParam(required = false) @Nullable
                    String order,
            @Parameter(description = "How the attempts ended") @RequestParam(required = false) @Nullable
                    Outcome outcome,
            @RequestParam(required = false) @Nullable String cursor) {
        return Listing.of(
                cursor,
                it -> sent.list(game.appId(), env, order, outcome, it),
                it -> NotificationAttempt.of(it, words));
    }

    @GetMapping("/{attempt}")
    @Requires(Capability.ORDER_VIEW)
    @Operation(summary = "api.does.notifications.get")
    NotificationAttempt get(Game game, @Parameter(description = "The id of an attempt") @PathVariable long attempt) {
        return NotificationAttempt.of(sent.get(game.appId(), attempt), words);
    }
}

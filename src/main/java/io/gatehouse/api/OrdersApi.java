package io.gatehouse.api;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.gatehouse.access.Capability;
import io.gatehouse.access.Game;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.delivery.Notifications;
import io.gatehouse.delivery.Recoveries;
import io.gatehouse.orders.OpenResolution;
import io.gatehouse.orders.OrderSearch;
import io.gatehouse.orders.OrderView;
import io.gatehouse.orders.Orders;

@RestController
@RequestMapping("/api/v1/games/{game}/orders")
@Tag(name = "Orders", description = "Paid orders, what happened to them, and telling the game again")
class OrdersApi {

    private final Orders orders;
    private final OpenResolution resolution;
    private final Notifications notifications;
    private final Recoveries recoveries;
    private final Wording words;

    OrdersApi(
            Orders orders,
            OpenResolution resolution,
            Notifications notifications,
            Recoveries recoveries,
            Wording words) {
        this.orders = orders;
        this.resolution = resolution;
        this.notifications = notifications;
        this.recoveries = recoveries;
        this.words = words;
    }

    @GetMapping
    @Requires(Capability.ORDER_VIEW)
    @Operation(
            summary = "api.does.orders.list",
            description = "Without dates the last 7 days, or, when a number is looked for, the last 12 months."
                    + " Older ones are refused.")
    Listing<OrderResource> list(
            Game game,
            @Parameter(description = "First day of payment, yyyy-MM-dd, in the console's zone")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "Last day of payment, inclusive") @RequestParam(required = false) @Nullable
                    String to,
            @Parameter(description = "Our order number, the game's or the channel's, exactly")
                    @RequestParam(required = false)
                    @Nullable
                    String number,
            @Parameter(description = "An openId") @RequestParam(required = false) @Nullable String player,
            @Parameter(description = "An item's id or name") @RequestParam(required = false) @Nullable String item,
            @Parameter(description = "A state, for example DELIVERED; HELD is what waits because notifications are off")
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @RequestParam(required = false) @Nullable String cursor) {
        var filter = orders.filter(new OrderSearch(from, to, number, player, item, state));
        return Listing.of(cursor, it -> orders.list(game.appId(), filter, it), OrderResource::of);
    }

    @GetMapping("/{orderNo}")
    @Requires(Capability.ORDER_VIEW)
    @Operation(summary = "api.does.orders.get")
    OrderDetails get(Game game, @PathVariable String orderNo) {
        return details(orders.get(game.appId(), orderNo));
    }

    @PostMapping("/{orderNo}/resending")
    @Requires(Capability.ORDER_RESEND)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "api.does.orders.resend")
    OrderDetails resend(Game game, Person me, @PathVariable String orderNo) {
        orders.resend(game.appId(), orderNo, me.username());
        return get(game, orderNo);
    }

    @PostMapping("/resending")
    @Requires(Capability.ORDER_RESEND)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "api.does.orders.resend-since",
            description = "What waits for a repeat goes at once; what was given up is looked for in the background."
                    + " Ask for the progress by the id.")
    RecoveryResource resendFailedSince(Game game, Person me, @RequestBody SinceWanted wanted) {
        var id = recoveries.begin(game.appId(), wanted.required(), me.username());
        return RecoveryResource.of(recoveries.get(game.appId(), id));
    }

    @GetMapping("/resending/{id}")
    @Requires(Capability.ORDER_RESEND)
    @Operation(summary = "api.does.orders.recovery")
    RecoveryResource recovery(Game game, @PathVariable UUID id) {
        return RecoveryResource.of(recoveries.get(game.appId(), id));
    }

    @PostMapping("/{orderNo}/confirmation")
    @Requires(Capability.UNDELIVERED_RESOLVE)
    @Operation(
            summary = "api.does.orders.confirm",
            description =
                    "Refused while people are asked to decide on the order; its resolution is how they confirm then.")
    OrderDetails confirm(Game game, Person me, @PathVariable String orderNo) {
        return details(orders.confirmDelivered(game.appId(), orderNo, me.username()));
    }

    @PostMapping("/{orderNo}/resolution")
    @Requires(Capability.UNDELIVERED_RESOLVE)
    @Operation(
            summary = "api.does.orders.resolve",
            description =
                    "The team is asked first; when its time is over, the superapp and the team no longer. Orders that"
                            + " wait are found with the state DELIVERY_FAILED.")
    OrderDetails resolve(Game game, Person me, @PathVariable String orderNo, @RequestBody ResolutionWanted wanted) {
        orders.get(game.appId(), orderNo);
        resolution.complete(orderNo, me, wanted.fields());
        return get(game, orderNo);
    }

    private OrderDetails details(OrderView order) {
        var attempts = notifications.attempts(order.orderNo()).stream()
                .map(it -> AttemptResource.of(it, words))
                .toList();
        return OrderDetails.of(
                order,
                notifications.state(order.orderNo()),
                attempts,
                orders.refunds(order.orderNo()),
                orders.caseOf(order.orderNo()).orElse(null));
    }
}

package io.gatehouse.api;

import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.gatehouse.access.Capability;
import io.gatehouse.access.Game;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.orders.Orders;
import io.gatehouse.refunds.RefundQuestions;
import io.gatehouse.refunds.RefundRequest;
import io.gatehouse.refunds.Refunds;

@RestController
@RequestMapping("/api/v1/games/{game}/refunds")
@Tag(
        name = "After-sales",
        description = "Refunds of paid orders: who asked, who decided, and whether the money is back")
class RefundsApi {

    private final Refunds refunds;
    private final RefundQuestions questions;
    private final Orders orders;

    RefundsApi(Refunds refunds, RefundQuestions questions, Orders orders) {
        this.refunds = refunds;
        this.questions = questions;
        this.orders = orders;
    }

    @GetMapping
    @Requires(Capability.AFTERSALES_VIEW)
    @Operation(
            summary = "api.does.refunds.list",
            description = "Without dates the last 7 days, or, when a number is looked for, the last 12 months."
                    + " Older ones are refused.")
    Listing<RefundResource> list(
            Game game,
            @Parameter(description = "First day of initiation, yyyy-MM-dd, in the console's zone")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "Last day of initiation, inclusive") @RequestParam(required = false) @Nullable
                    String to,
            @Parameter(description = "Our order number, the game's, or a refund number, exactly")
                    @RequestParam(required = false)
                    @Nullable
                    String number,
            @Parameter(description = "A status, for example REFUNDED") @RequestParam(required = false) @Nullable
                    String status,
            @RequestParam(required = false) @Nullable String cursor) {
        var filter = refunds.filter(from, to, number, status);
        return Listing.of(cursor, it -> refunds.list(game.appId(), filter, it), RefundResource::of);
    }

    @GetMapping("/{number}")
    @Requires(Capability.AFTERSALES_VIEW)
    @Operation(summary = "api.does.refunds.get")
    RefundResource get(Game game, @PathVariable String number) {
        return RefundResource.of(refunds.get(game.appId(), number));
    }

    @PostMapping
    @Requires({Capability.REFUND_DECIDE, Capability.REFUND_PAY})
    @Operation(
            summary = "api.does.refunds.ask",
            description =
                    "For the superapp's people; somebody else decides it. The amount is kept for it at once, so that"
                            + " all refunds of an order never exceed what was paid.")
    ResponseEntity<RefundResource> ask(Game game, Person me, @RequestBody RefundAsked wanted) {
        var order = orders.get(game.appId(), JsonRequest.text(wanted.orderNo()));
        var number = request(wanted.of(order, me.username()));
        return ResponseEntity.created(URI.create("/api/v1/games/%s/refunds/%s".formatted(game.appId(), number)))
                .body(get(game, number));
    }

    @PostMapping("/{number}/answer")
    @Requires(Capability.REFUND_ANSWER)
    @Operation(summary = "api.does.refunds.answer")
    RefundResource answer(Game game, Person me, @PathVariable String number, @RequestBody OpinionWanted wanted) {
        questions.answer(refunds.get(game.appId(), number), true, wanted.fields(), me.username());
        return get(game, number);
    }

    /** The rule about the amount names it as old SDKs do. */
    private String request(RefundRequest wanted) {
        try {
            return refunds.request(wanted);
        } catch (InvalidValue e) {
            throw e.field().equals("refund_fee")
                    ? new InvalidValue("amount", e.code(), e.arguments().toArray())
                    : e;
        }
    }
}

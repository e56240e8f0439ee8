package io.gatehouse.sandbox;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.xml.stream.XMLStreamException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * A game's server, at the address its developer enters as URL: checks the signature of the payload and the webhook
 * headers with the keys entered here, hands the item out once, answers. Can be told to fail.
 */
@RestController
@Profile("sandbox")
class ToyGameServer {

    private static final long TOO_LATE_SECONDS = 10;

    private final ToyGames games;
    private final ToyLedger ledger;
    private final ToyDoorkeeper doorkeeper;
    private final ObjectMapper json;
    private final Clock clock;

    ToyGameServer(ToyGames games, ToyLedger ledger, ToyDoorkeeper doorkeeper, ObjectMapper json, Clock clock) {
        this.games = games;
        this.ledger = ledger;
        this.doorkeeper = doorkeeper;
        this.json = json;
        this.clock = clock;
    }

    private record Reply(String verdict, int status, boolean success, String message) {

        static Reply yes(String verdict, String message) {
            return new Reply(verdict, 200, true, message);
        }

        static Reply no(String verdict, int status, String message) {
            return new Reply(verdict, status, false, message);
        }
    }

    @PostMapping(
            path = {"/toy/game/{appId}/notify", "/toy/game/{appId}/test-notify"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    CompletableFuture<ResponseEntity<String>> notify(
            @PathVariable String appId, @RequestHeader Map<String, String> headers, @RequestBody String body) {
        var game = games.find(appId).orElse(null);
        if (game == null) {
            return CompletableFuture.completedFuture(
                    ResponseEntity.status(404).body("{\"returnCode\":\"404\",\"returnMessage\":\"no such game\"}"));
        }
        var answer = answer(game, headers, body);
        if (game.mood() != ToyMood.SLOW) {
            return CompletableFuture.completedFuture(answer);
        }
        return CompletableFuture.supplyAsync(
                () -> answer, CompletableFuture.delayedExecutor(TOO_LATE_SECONDS, TimeUnit.SECONDS));
    }

    private ResponseEntity<String> answer(ToyGame game, Map<String, String> headers, String body) {
        try {
            var notification = ToyNotification.read(json, body);
            var reply = judge(game, headers, body, notification);
            var text = text(game, notification, reply);
            note(game, headers, body, notification, reply, text);
            return ResponseEntity.status(reply.status())
                    .contentType(notification.answer().type())
                    .body(text);
        } catch (JsonProcessingException | XMLStreamException e) {
            var text = "{\"returnCode\":\"400\",\"returnMessage\":\"neither JSON nor XML\"}";
            return ResponseEntity.badRequest().body(text);
        }
    }

    private Reply judge(ToyGame game, Map<String, String> headers, String body, ToyNotification notification) {
        if (game.mood() == ToyMood.ERROR) {
            return Reply.no("TOLD_TO_FAIL", 500, "internal error");
        }
        var fault = doorkeeper.fault(game, headers, body, notification);
        if (fault.isPresent()) {
            return Reply.no(game.keys() == null ? "NO_KEYS" : "FORGED", 200, fault.get());
        }
        if (game.mood() == ToyMood.REFUSING) {
            return Reply.no("TOLD_TO_FAIL", 200, "unknown product");
        }
        if (notification.mock()) {
            return Reply.yes("MOCK", "understood");
        }
        return notification.isRefund() ? takeBack(game, headers, notification) : deliver(game, notification);
    }

    private Reply deliver(ToyGame game, ToyNotification notification) {
        var content = notification.content();
        var goods = content.path("GoodsInfo");
        var paid = goods.path("ActualPrice").asLong() * goods.path("Quantity").asLong(1);
        if (paid > 0 && ledger.takenBackAhead(game.appId(), notification.outTradeNo()) >= paid) {
            return Reply.yes("REFUNDED_BEFORE", "refunded before, nothing handed out");
        }
        var first = ledger.deliver(
                game.appId(),
                notification.outTradeNo(),
                content.path("OpenId").asText(),
                goods.path("ProductId").asText(),
                goods.path("Quantity").asInt(1),
                clock.instant());
        return first ? Reply.yes("DELIVERED", "delivered") : Reply.yes("REPEATED", "delivered before");
    }

    private Reply takeBack(ToyGame game, Map<String, String> headers, ToyNotification notification) {
        if (ledger.knows(game.appId(), ToyDoorkeeper.header(headers, "webhook-id"))) {
            return Reply.yes("REPEATED", "taken back before");
        }
        var content = notification.content();
        var amount =
                content.path("RefundAmount").asLong(content.path("RefundFee").asLong());
        ledger.takeBack(game.appId(), notification.outTradeNo(), amount, clock.instant());
        return Reply.yes("REFUNDED", "taken back");
    }

    private void note(
            ToyGame game,
            Map<String, String> headers,
            String body,
            ToyNotification notification,
            Reply reply,
            String text) {
        ledger.note(
                game.appId(),
                new ToyLedger.Call(
                        0,
                        clock.instant(),
                        notification.event(),
                        notification.outTradeNo(),
                        ToyDoorkeeper.header(headers, "webhook-id"),
                        notification.mock(),
                        reply.verdict(),
                        reply.status(),
                        body.length() <= 8000 ? body : body.substring(0, 8000),
                        text));
    }

    /** Says how often the order was handed out so far, so that a conformance run can see it. */
    private String text(ToyGame game, ToyNotification notification, Reply reply) throws JsonProcessingException {
        var code = reply.success() ? 0 : 99999;
        var deliveries =
                ledger.delivered(game.appId(), notification.outTradeNo()).isPresent() ? 1 : 0;
        return switch (notification.answer()) {
            case ERR_CODE_IN_XML ->
                "<xml><ErrCode>%d</ErrCode><ErrMsg><![CDATA[%s]]></ErrMsg><deliveries>%d</deliveries></xml>"
                        .formatted(code, reply.message(), deliveries);
            case ERR_CODE ->
                json.writeValueAsString(Map.of("ErrCode", code, "ErrMsg", reply.message(), "deliveries", deliveries));
            case RETURN_CODE ->
                json.writeValueAsString(Map.of(
                        "returnCode",
                        reply.success() ? "0" : "1",
                        "returnMessage",
                        reply.message(),
                        "data",
                        reply.success() ? "ok" : "",
                        "requestId",
                        UUID.randomUUID().toString(),
                        "deliveries",
                        deliveries));
        };
    }
}

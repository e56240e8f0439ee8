package io.gatehouse.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.ApplicationTest;
import io.gatehouse.wire.Signatures;
import io.gatehouse.wire.StandardWebhooks;

import static org.assertj.core.api.Assertions.assertThat;

/** A toy game's server, spoken to with the signatures of Gatehouse. */
class ToyGameTests extends ApplicationTest {

    private static final String GAME = "wx2e6b90f4c8d1";
    private static final String APP_KEY = "0123456789abcdefABCDEF0123456789";
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZkFCQ0RFRjAxMjM0NTY3ODk=";
    private static final String EVENT = "minigame_game_pay_goods_deliver_notify";

    @Autowired
    private ToyGames games;

    @Autowired
    private ToyLedger ledger;

    @Autowired
    private ObjectMapper json;

    @BeforeEach
    void enterKeys() {
        games.enter(GAME, new ToyGame.Keys(APP_KEY, null, SECRET), Instant.now());
        games.tell(GAME, ToyMood.WELL);
    }

    @Test
    void deliversWhatIsSignedOnceHoweverOftenItIsAnnounced() throws Exception {

        var body = body("deliver-once", APP_KEY, false);

        var first = send(body, SECRET);
        var second = send(body, SECRET);

        assertThat(first).contains("\"returnCode\":\"0\"");
        assertThat(second).contains("\"returnCode\":\"0\"", "delivered before");
        assertThat(ledger.latestDeliveries(GAME))
                .filteredOn(it -> it.outTradeNo().equals("deliver-once"))
                .singleElement()
                .returns("chest", ToyLedger.Delivery::item)
                .returns(2, ToyLedger.Delivery::quantity);
    }

    @Test
    void readsTheMessagesOfMiniGamesAndMiniProgramsInXmlToo() throws Exception {

        var payload =
                "{\"OpenId\":\"o1\",\"Env\":0,\"OutTradeNo\":\"from-xml\",\"GoodsInfo\":{\"ProductId\":\"chest\",\"Quantity\":2}}";
        var game = send(
                "<xml><MsgType>event</MsgType><Event>%s</Event><MiniGame><Payload>%s</Payload><PayEventSig>%s</PayEventSig><IsMock>false</IsMock></MiniGame></xml>"
                        .formatted(EVENT, payload, Signatures.payEventSig(APP_KEY, EVENT, payload)),
                SECRET);
        var program = send(
                "<xml><MsgType>event</MsgType><Event>xpay_goods_deliver_notify</Event><IsMock>true</IsMock><OutTradeNo>flat</OutTradeNo></xml>",
                SECRET);

        assertThat(game).startsWith("<xml><ErrCode>0</ErrCode>").contains("delivered");
        assertThat(program).startsWith("<xml><ErrCode>0</ErrCode>").contains("understood");
        assertThat(ledger.delivered(GAME, "from-xml")).isPresent();
    }

    @Test
    void refusesATamperedNotification() throws Exception {

        var body = body("tampered", APP_KEY, false);

        assertThat(send(body.replace("\\\"Quantity\\\":2", "\\\"Quantity\\\":2000"), SECRET))
                .contains("\"returnCode\":\"1\"", "PayEventSig is wrong");
        assertThat(send(body("tampered", "another-key", false), SECRET)).contains("PayEventSig is wrong");
        assertThat(ledger.delivered(GAME, "tampered")).isEmpty();
    }

    @Test
    void refusesAWebhookSignedWithAnotherSecret() throws Exception {

        var answer = send(body("other-secret", APP_KEY, false), "whsec_YW5vdGhlciBzZWNyZXQgb2YgMzIgYnl0ZXMhISEhISE=");

        assertThat(answer).contains("webhook-signature is wrong");
        assertThat(ledger.delivered(GAME, "other-secret")).isEmpty();
    }

    @Test
    void understandsAMockNotificationWithoutDelivering() throws Exception {

        assertThat(send(body("mock", APP_KEY, true), SECRET)).contains("\"returnCode\":\"0\"");
        assertThat(ledger.delivered(GAME, "mock")).isEmpty();
    }

    @Test
    void failsWhenItIsTold() throws Exception {

        games.tell(GAME, ToyMood.REFUSING);
        var refused = send(body("refused", APP_KEY, false), SECRET);
        games.tell(GAME, ToyMood.WELL);
        var delivered = send(body("refused", APP_KEY, false), SECRET);

        assertThat(refused).contains("\"returnCode\":\"1\"");
        assertThat(delivered).contains("\"returnCode\":\"0\"");
    }

    @Test
    void acceptsTheEarlierKeyWhileBothAreInUse() throws Exception {

        games.enter(GAME, new ToyGame.Keys("newnewnewnewnewnewnewnewnewnewN1", null, SECRET), Instant.now());

        assertThat(send(body("earlier-key", APP_KEY, false), SECRET)).contains("\"returnCode\":\"0\"");
    }

    private String body(String outTradeNo, String appKey, boolean mock) throws Exception {
        var payload = """
                {"OpenId":"o1","Env":0,"OutTradeNo":"%s","GoodsInfo":{"ProductId":"chest","Quantity":2,"ZoneId":"1",\
                "OrigPrice":10,"ActualPrice":10,"Attach":"","OrderSource":1}}""".formatted(outTradeNo);
        return json.writeValueAsString(Map.of(
                "EventType",
                "event",
                "Event",
                EVENT,
                "PayModel",
                "",
                "Payload",
                payload,
                "PayEventSig",
                Signatures.payEventSig(appKey, EVENT, payload),
                "IsMock",
                mock));
    }

    private String send(String body, String secret) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d/toy/game/%s/notify".formatted(port, GAME)))
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        StandardWebhooks.headers("msg_" + body.hashCode(), clock.instant(), body, List.of(secret))
                .forEach(request::header);
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}

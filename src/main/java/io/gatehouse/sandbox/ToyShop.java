package io.gatehouse.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The shop inside a toy game: logs the player in, signs what they want to buy, and hands it to Gatehouse. */
@Component
@Profile("sandbox")
class ToyShop {

    /** What a player wants; the price is of one piece, in minor units. */
    record Wanted(String item, int quantity, long price, String currency, int env) {}

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);

    private final ToyCashier cashier;
    private final ToyPurchases purchases;
    private final ToyWire wire;
    private final ObjectMapper json;
    private final Clock clock;

    ToyShop(ToyCashier cashier, ToyPurchases purchases, ToyWire wire, ObjectMapper json, Clock clock) {
        this.cashier = cashier;
        this.purchases = purchases;
        this.wire = wire;
        this.json = json;
        this.clock = clock;
    }

    /** Buys as far as the cashier; returns what the game noted. */
    ToyPurchase buy(ToyGame game, ToyPlayer player, Wanted wanted) {
        var outTradeNo = "t" + DAY.format(clock.instant()) + "_" + ToyCrypto.random(6);
        var signData = signData(wanted, outTradeNo);
        var login = logIn(game, player);
        var answer = login.has("session_key") ? ask(game, wanted, signData, login) : refusedLogin(login);
        var said = read(answer.body());
        var purchase = new ToyPurchase(
                game.appId(),
                outTradeNo,
                player,
                player.openId(game.appId()),
                wanted,
                clock.instant(),
                signData,
                answer.status(),
                shortened(answer.body()),
                text(said, "orderNo"),
                text(said, "payId"));
        purchases.add(purchase);
        return purchase;
    }

    private JsonNode logIn(ToyGame game, ToyPlayer player) {
        var code = cashier.login(player, game.appId());
        var answer = wire.get("/sns/jscode2session?appid=%s&secret=%s&js_code=%s&grant_type=authorization_code"
                .formatted(encoded(game.appId()), encoded(game.secret()), encoded(code)));
        return read(answer.body());
    }

    private static ToyWire.Answer refusedLogin(JsonNode said) {
        return new ToyWire.Answer(200, said.isMissingNode() ? "{}" : said.toString());
    }

    private ToyWire.Answer ask(ToyGame game, Wanted wanted, String signData, JsonNode login) {
        var keys = game.keys();
        var appKey = keys == null ? "no key entered yet" : keys.appKey(wanted.env());
        return wire.post(
                "/openserver/virtual-payment/orders",
                write(Map.of(
                        "appId", game.appId(),
                        "session", login.path("session").asText(),
                        "signData", signData,
                        "paySig", ToyCrypto.hmacHex(appKey, "requestMidasPaymentGameItem&" + signData),
                        "signature", ToyCrypto.hmacHex(login.path("session_key").asText(), signData))),
                Map.of());
    }

    private String signData(Wanted wanted, String outTradeNo) {
        var data = new LinkedHashMap<String, Object>();
        data.put("mode", "goods");
        data.put("buyQuantity", wanted.quantity());
        data.put("currencyType", wanted.currency());
        data.put("platform", "android");
        data.put("productId", wanted.item());
        data.put("goodsPrice", wanted.price());
        data.put("outTradeNo", outTradeNo);
        data.put("attach", "bag=1");
        if (wanted.env() == 1) {
            data.put("env", 1);
        }
        return write(data);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance(); // a page instead of JSON: shown as it came
        }
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText("");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String shortened(String text) {
        return text.length() <= 2000 ? text : text.substring(0, 2000);
    }
}

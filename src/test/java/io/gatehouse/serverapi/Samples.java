package io.gatehouse.serverapi;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.gatehouse.core.AppId;
import io.gatehouse.wire.CallbackSignature;
import io.gatehouse.wire.ResourceCipher;

/** Orders as they lie in the table, and the superapp as it speaks to Gatehouse. */
class Samples {

    static final AppId GAME = new AppId("wx51b8e20d77c4");
    static final String PLAYER = "oPlayerOfTheServerApi";

    /** A callback ready to be sent. */
    record Signed(String body, Map<String, String> headers) {}

    private final JdbcClient db;
    private final Environment environment;
    private final ObjectMapper json;
    private final Clock clock;

    Samples(JdbcClient db, Environment environment, ObjectMapper json, Clock clock) {
        this.db = db;
        this.environment = environment;
        this.json = json;
        this.clock = clock;
    }

    /** An order of one gem for USD 4.99 that waits for its payment. */
    String unpaidOrder(String outTradeNo) {
        return order(outTradeNo, "PAYING", null);
    }

    String paidOrder(String outTradeNo) {
        return order(outTradeNo, "PAID", "tx-" + UUID.randomUUID());
    }

    private String order(String outTradeNo, String state, String transactionId) {
        var orderNo = "T" + UUID.randomUUID().toString().substring(0, 13);
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        db.sql("insert into purchase_order (order_no, app_id, env, out_trade_no, open_id, item_code, item_name,"
                        + " item_version, image_url, unit_price, quantity, amount, currency, attach, zone_id, state,"
                        + " created_at, transaction_id, paid_at) values (?, ?, 0, ?, ?, 'gem', 'Gem', 1, '', 499, 1,"
                        + " 499, 'USD', 'bag=1', '1', ?, ?, ?, ?)")
                .params(orderNo, GAME.value(), outTradeNo, PLAYER, state, now, transactionId)
                .param(transactionId == null ? null : now)
                .update();
        return orderNo;
    }

    String secretOfTheGame() {
        return db.sql("select app_secret from toy_game where app_id = ?")
                .param(GAME.value())
                .query(String.class)
                .single();
    }

    Map<String, Object> payment(String outTradeNo, String transactionId, long total) {
        var clear = new LinkedHashMap<String, Object>();
        clear.put("transaction_id", transactionId);
        clear.put("mch_id", "M-20418");
        clear.put("out_trade_no", outTradeNo);
        clear.put("appid", GAME.value());
        clear.put("trade_state", "SUCCESS");
        clear.put("trade_type", "JSAPI");
        clear.put("success_time", clock.instant().toString());
        clear.put("amount", Map.of("total", total, "payer_total", total, "currency", "USD"));
        return clear;
    }

    Signed signed(Map<String, Object> clear) throws JsonProcessingException, GeneralSecurityException {
        var cipherNonce = UUID.randomUUID().toString().substring(0, 12);
        var body = json.writeValueAsString(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "event_type",
                "TRANSACTION.SUCCESS",
                "resource_type",
                "encrypt-resource",
                "resource",
                Map.of(
                        "algorithm", "AEAD_AES_256_GCM",
                        "ciphertext",
                                ResourceCipher.encrypt(
                                        property("aes-key"),
                                        cipherNonce,
                                        "transaction",
                                        json.writeValueAsString(clear)),
                        "nonce", cipherNonce,
                        "associated_data", "transaction",
                        "original_type", "transaction")));
        return signed(body, UUID.randomUUID().toString());
    }

    /** Signs a callback now, with that nonce. */
    Signed signed(String body, String nonce) throws GeneralSecurityException {
        var timestamp = String.valueOf(clock.millis());
        return new Signed(
                body,
                Map.of(
                        "TC-Timestamp",
                        timestamp,
                        "TC-Callback-Nonce",
                        nonce,
                        "TC-Callback-Signature",
                        CallbackSignature.sign(key(), timestamp, nonce, body),
                        "TC-ApplicationID",
                        property("application-id")));
    }

    private PrivateKey key() throws GeneralSecurityException {
        var bytes = Base64.getDecoder().decode(property("private-key").getBytes(StandardCharsets.US_ASCII));
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
    }

    private String property(String name) {
        return environment.getRequiredProperty("gatehouse.sandbox." + name);
    }
}

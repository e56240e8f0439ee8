package io.gatehouse.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.IntUnaryOperator;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The superapp: reports payments as the protocol asks for, encrypted with AES-GCM and signed with RSA. */
final class Superapp {

    private static final String APPLICATION = "bench-superapp";
    private static final String AES_KEY = "0123456789abcdef0123456789abcdef";
    private static final String CLEAR = """
            {"transaction_id":"TX%09d","mch_id":"M-20418","out_trade_no":"%s","appid":"%s",\
            "trade_state":"SUCCESS","trade_type":"JSAPI","success_time":"%s",\
            "amount":{"total":499,"payer_total":499,"currency":"USD"}}""";
    private static final String ENVELOPE = """
            {"id":"%s","event_type":"TRANSACTION.SUCCESS","resource_type":"encrypt-resource",\
            "resource":{"algorithm":"AEAD_AES_256_GCM","ciphertext":"%s","nonce":"%s",\
            "associated_data":"transaction","original_type":"transaction"}}""";

    private final KeyPair keys;

    Superapp() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What Gatehouse must know of it. */
    List<String> settings() {
        return List.of(
                "--gatehouse.superapp.base-url=http://localhost:1",
                "--gatehouse.superapp.application-id=" + APPLICATION,
                "--gatehouse.superapp.secret-key=" + AES_KEY,
                "--gatehouse.superapp.callback-aes-key=" + AES_KEY,
                "--gatehouse.superapp.callback-public-key="
                        + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
    }

    /** @param game which of the games an order is of */
    Callbacks callbacks(IntUnaryOperator game) {
        return order -> request(order, Games.id(game.applyAsInt(order)));
    }

    private byte[] request(int order, String game) {
        try {
            var clear = CLEAR.formatted(order, OrderNumber.of(order), game, Instant.now());
            var cipherNonce = UUID.randomUUID().toString().substring(0, 12);
            var body = ENVELOPE.formatted(UUID.randomUUID(), encrypt(clear, cipherNonce), cipherNonce);
            var timestamp = String.valueOf(System.currentTimeMillis());
            var nonce = UUID.randomUUID().toString();
            return ("POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n"
                                    .formatted(Callbacks.PATH, body.length())
                            + "TC-ApplicationID: %s\r\nTC-Timestamp: %s\r\nTC-Callback-Nonce: %s\r\n"
                                    .formatted(APPLICATION, timestamp, nonce)
                            + "TC-Callback-Signature: %s\r\n\r\n%s".formatted(sign(timestamp, nonce, body), body))
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encrypt(String text, String nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(AES_KEY.getBytes(StandardCharsets.US_ASCII), "AES"),
                new GCMParameterSpec(128, nonce.getBytes(StandardCharsets.US_ASCII)));
        cipher.updateAAD("transaction".getBytes(StandardCharsets.US_ASCII));
        return Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private String sign(String timestamp, String nonce, String body) throws GeneralSecurityException {
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update((timestamp + "\n" + nonce + "\n" + body + "\n").getBytes(StandardCharsets.US_ASCII));
        return Base64.getEncoder().encodeToString(signature.sign());
    }
}

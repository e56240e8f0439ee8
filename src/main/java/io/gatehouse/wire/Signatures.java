package io.gatehouse.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;

import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signatures of purchases, of the server API, of notifications and of calls to the superapp's backend; all of them
 * lower-case hex over the text exactly as it was sent.
 */
public final class Signatures {

    /** The client call whose name a mini game's purchase is signed with. */
    public static final String PURCHASE_METHOD = "requestMidasPaymentGameItem";

    private Signatures() {}

    /** A mini game's purchase: HMAC-SHA256 with the AppKey over the client method, {@code &}, and signData. */
    public static String paySig(String appKey, String signData) {
        return paySig(appKey, PURCHASE_METHOD, signData);
    }

    /** A purchase through another client method, as mini programs make it. */
    public static String paySig(String appKey, String method, String signData) {
        return Hmac.hex(appKey, method + "&" + signData);
    }

    /**
     * A call of the server API: HMAC-SHA256 with the AppKey over path, {@code &}, and the raw body.
     *
     * @param path without host and query, for example {@code /xpay/query_order}
     */
    public static String serverPaySig(String appKey, String path, String body) {
        return Hmac.hex(appKey, path + "&" + body);
    }

    /**
     * The state of the signed-in player: HMAC-SHA256 with the session key.
     *
     * @param sessionKey the text it is; it only looks like base64
     * @param text signData, or the raw body of a call of the server API
     */
    public static String userSignature(String sessionKey, String text) {
        return Hmac.hex(sessionKey, text);
    }

    /** A notification: HMAC-SHA256 with the AppKey over the event's name, {@code &}, and the payload's raw text. */
    public static String payEventSig(String appKey, String event, String payload) {
        return Hmac.hex(appKey, event + "&" + payload);
    }

    /**
     * A call to the superapp's backend. The existing protocol asks for AES-256 in ECB mode over one block that holds a
     * time; the function is used for nothing else.
     *
     * @param timestamp the value of {@code TC-Timestamp}: milliseconds, as text
     * @throws IllegalArgumentException unless the secret has 32 bytes
     */
    public static String tcSignature(String secretKey, String timestamp) {
        var key = secretKey.getBytes(StandardCharsets.UTF_8);
        if (key.length != 32) {
            throw new IllegalArgumentException("The superapp's SecretKey must have 32 bytes");
        }
        try {
            var cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
            return HexFormat.of().formatHex(cipher.doFinal(timestamp.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether two hex texts are the same, in constant time and without regard to case. */
    public static boolean matches(String expected, String given) {
        return MessageDigest.isEqual(bytes(expected), bytes(given));
    }

    private static byte[] bytes(String hex) {
        return hex.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }
}

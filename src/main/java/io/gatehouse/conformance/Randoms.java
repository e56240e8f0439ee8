package io.gatehouse.conformance;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

import io.gatehouse.credentials.AppKey;

/** Numbers nobody has used before, and keys nobody knows. */
final class Randoms {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;

    private Randoms() {}

    /** An order number that tells where it comes from, within the 32 characters of one. */
    static String outTradeNo() {
        return "conf_" + hex(12);
    }

    static String messageId() {
        return "msg_" + hex(16);
    }

    /** An AppKey that is nobody's: what is signed with it is a forgery. */
    static AppKey foreignKey() {
        return new AppKey("Aa0" + hex(15).substring(1));
    }

    static String foreignSecret() {
        return "whsec_" + Base64.getEncoder().encodeToString(bytes(KEY_BYTES));
    }

    private static String hex(int bytes) {
        return HexFormat.of().formatHex(bytes(bytes));
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}

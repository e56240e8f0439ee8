package io.gatehouse.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** A random text that is handed out once, of which only the digest is kept. */
record RandomText(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /** @param prefix what says, to people and to scanners of source code, what it is */
    static RandomText make(String prefix) {
        var random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return new RandomText(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** SHA-256 in lower hex: with so much randomness a slow digest would add nothing. */
    String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "********";
    }
}

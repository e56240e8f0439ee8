package io.gatehouse.access;

import java.security.SecureRandom;
import java.util.Base64;

import org.apache.commons.codec.digest.DigestUtils;

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
        return DigestUtils.sha256Hex(value);
    }

    @Override
    public String toString() {
        return "********";
    }
}

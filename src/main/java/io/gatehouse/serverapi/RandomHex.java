package io.gatehouse.serverapi;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Texts that are handed out once; only their digests are kept. */
final class RandomHex {

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomHex() {}

    /** Lower hex of that many random bytes. */
    static String of(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}

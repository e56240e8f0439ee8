package io.gatehouse.credentials;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Secrets out of nothing. */
final class Randoms {

    static final int KEY_LENGTH = 32;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /** Without letters and digits that look alike: it is typed by hand. */
    private static final String READABLE = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 6;
    private static final int GROUP = 4;
    private static final int SERIAL_BITS = 128;

    private Randoms() {}

    static byte[] bytes(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static String alphanumeric(int length) {
        return text(ALPHANUMERIC, length);
    }

    /** 120 random bits: an archive can be attacked for as long as somebody likes. */
    static String passphrase() {
        return IntStream.range(0, GROUPS).mapToObj(it -> text(READABLE, GROUP)).collect(Collectors.joining("-"));
    }

    /** Positive, and never shorter than 128 bits. */
    static BigInteger serial() {
        return new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS - 1);
    }

    private static String text(String alphabet, int length) {
        return RANDOM.ints(length, 0, alphabet.length())
                .collect(StringBuilder::new, (text, at) -> text.append(alphabet.charAt(at)), StringBuilder::append)
                .toString();
    }
}

package io.gatehouse.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The headers of Standard Webhooks 1.0.0, symmetric scheme {@code v1}. */
public final class StandardWebhooks {

    public static final String ID = "webhook-id";
    public static final String TIMESTAMP = "webhook-timestamp";
    public static final String SIGNATURE = "webhook-signature";

    /** How far a timestamp may lie from now, either way. */
    public static final Duration TOLERANCE = Duration.ofSeconds(300);

    private static final String PREFIX = "whsec_";
    private static final String SCHEME = "v1,";

    private StandardWebhooks() {}

    /**
     * The value of {@code webhook-signature}: one signature for each secret, parted by blanks.
     *
     * @param timestamp in seconds
     * @param secrets {@code whsec_} + base64, the newest first
     */
    public static String sign(String id, long timestamp, String body, List<String> secrets) {
        var signed = id + "." + timestamp + "." + body;
        return secrets.stream()
                .map(it -> SCHEME + Base64.getEncoder().encodeToString(Hmac.of(key(it), signed)))
                .collect(Collectors.joining(" "));
    }

    /** All three headers of a message. */
    public static Map<String, String> headers(String id, Instant at, String body, List<String> secrets) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(ID, id);
        headers.put(TIMESTAMP, String.valueOf(at.getEpochSecond()));
        headers.put(SIGNATURE, sign(id, at.getEpochSecond(), body, secrets));
        return headers;
    }

    /** Whether any of the signatures was made with that secret, and its time is near enough to now. */
    public static boolean verify(
            String id, long timestamp, String body, String signatures, String secret, Instant now) {
        if (Duration.between(Instant.ofEpochSecond(timestamp), now).abs().compareTo(TOLERANCE) > 0) {
            return false;
        }
        var expected = sign(id, timestamp, body, List.of(secret)).getBytes(StandardCharsets.UTF_8);
        var found = false;
        for (var signature : signatures.split(" ")) {
            found |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
        }
        return found;
    }

    private static byte[] key(String secret) {
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException("A webhook secret starts with " + PREFIX);
        }
        return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    }
}

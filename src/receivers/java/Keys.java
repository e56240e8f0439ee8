import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keys from the mailed archive; while a renewal lasts, the new ones first and then the old ones. */
class Keys {

    private static final Duration TOLERANCE = Duration.ofSeconds(300);

    private final Map<String, List<String>> appKeys;
    private final List<byte[]> webhookKeys;

    private Keys(Map<String, List<String>> appKeys, List<byte[]> webhookKeys) {
        this.appKeys = appKeys;
        this.webhookKeys = webhookKeys;
    }

    static Keys from(Map<String, String> environment) {
        return new Keys(
                Map.of("0", list(environment, "APP_KEYS"), "1", list(environment, "SANDBOX_APP_KEYS")),
                list(environment, "WEBHOOK_SECRETS").stream()
                        .map(it -> Base64.getDecoder().decode(it.substring("whsec_".length())))
                        .toList());
    }

    private static List<String> list(Map<String, String> environment, String name) {
        var values = Arrays.stream(environment.getOrDefault(name, "").split(","))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
        if (values.isEmpty()) {
            throw new IllegalStateException(name + " is missing: take it from the mailed archive");
        }
        return values;
    }

    /** Standard Webhooks: a signature over id, time and the bytes of the body, and a time near to now. */
    void checkHeaders(String id, String timestamp, String signatures, byte[] body) {
        if (timestamp == null || !timestamp.matches("\\d{1,12}") || !isNear(Long.parseLong(timestamp))) {
            throw new Refused(401, "webhook-timestamp is missing or too far away from now");
        }
        var signed = new ByteArrayOutputStream();
        signed.writeBytes((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
        signed.writeBytes(body);
        var wanted = webhookKeys.stream()
                .map(key -> "v1," + Base64.getEncoder().encodeToString(hmac(key, signed.toByteArray())))
                .toList();
        if (signatures == null || !anyEqual(wanted, List.of(signatures.split(" ")))) {
            throw new Refused(401, "webhook-signature is wrong");
        }
    }

    private static boolean isNear(long seconds) {
        var away = Duration.between(Instant.ofEpochSecond(seconds), Instant.now());
        return away.abs().compareTo(TOLERANCE) <= 0;
    }

    /** PayEventSig: over event and payload exactly as they came, with the key of the environment. */
    void checkPayload(String env, String event, String payload, String signature) {
        var signed = (event + "&" + payload).getBytes(StandardCharsets.UTF_8);
        var wanted = appKeys.getOrDefault(env, List.of()).stream()
                .map(key -> HexFormat.of().formatHex(hmac(key.getBytes(StandardCharsets.UTF_8), signed)))
                .toList();
        if (!anyEqual(wanted, List.of(signature.toLowerCase(Locale.ROOT)))) {
            throw new Refused(401, "PayEventSig is wrong");
        }
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compares each pair in constant time. */
    private static boolean anyEqual(List<String> wanted, List<String> given) {
        var found = false;
        for (var a : wanted) {
            for (var b : given) {
                found |= MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
            }
        }
        return found;
    }
}

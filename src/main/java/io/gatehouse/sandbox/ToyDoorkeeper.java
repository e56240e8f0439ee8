package io.gatehouse.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A game server's check of who is speaking: PayEventSig over the payload, Standard Webhooks over the whole body. */
@Component
@Profile("sandbox")
class ToyDoorkeeper {

    private static final long SKEW_SECONDS = 300;

    private final Clock clock;

    ToyDoorkeeper(Clock clock) {
        this.clock = clock;
    }

    /** What is wrong with it, or nothing. */
    Optional<String> fault(ToyGame game, Map<String, String> headers, String body, ToyNotification notification) {
        if (game.keys() == null) {
            return Optional.of("no AppKey entered at this game's server yet");
        }
        if (notification.isSigned() && !payloadSigned(game, notification)) {
            return Optional.of("PayEventSig is wrong");
        }
        var timestamp = header(headers, "webhook-timestamp");
        if (!timestamp.matches("\\d{1,12}")
                || Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp)) > SKEW_SECONDS) {
            return Optional.of("webhook-timestamp is missing or more than 300 s away");
        }
        var signed = header(headers, "webhook-id") + "." + timestamp + "." + body;
        return bodySigned(game, header(headers, "webhook-signature"), signed)
                ? Optional.empty()
                : Optional.of("webhook-signature is wrong");
    }

    private static boolean payloadSigned(ToyGame game, ToyNotification notification) {
        return game.accepted().stream()
                .map(keys -> keys.appKey(notification.env()))
                .map(key -> ToyCrypto.hmacHex(key, notification.event() + "&" + notification.payload()))
                .anyMatch(expected -> ToyCrypto.sameHex(expected, notification.signature()));
    }

    private static boolean bodySigned(ToyGame game, String signatures, String signed) {
        return game.accepted().stream()
                .map(ToyGame.Keys::webhook)
                .anyMatch(secret -> signedWith(secret, signatures, signed));
    }

    /** A developer who entered no webhook secret has chosen to look at PayEventSig only. */
    private static boolean signedWith(@Nullable String secret, String signatures, String signed) {
        if (secret == null) {
            return true;
        }
        var key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
        var expected = "v1," + Base64.getEncoder().encodeToString(ToyCrypto.hmac(key, signed));
        return Arrays.stream(signatures.split(" "))
                .anyMatch(it -> MessageDigest.isEqual(
                        it.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8)));
    }

    static String header(Map<String, String> headers, String name) {
        return headers.entrySet().stream()
                .filter(it -> it.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}

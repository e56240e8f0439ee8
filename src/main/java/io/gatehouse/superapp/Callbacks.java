package io.gatehouse.superapp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.InvalidValue;
import io.gatehouse.wire.CallbackSignature;
import io.gatehouse.wire.ResourceCipher;

/** Reads what the superapp's backend tells us, once it is certain that it is the superapp, now, and for the first time. */
@Service
public class Callbacks {

    static final Duration TOLERANCE = Duration.ofSeconds(300);

    private static final String ALGORITHM = "AEAD_AES_256_GCM";

    private final SuperappSettings settings;
    private final Nonces nonces;
    private final ObjectMapper json;
    private final Clock clock;

    Callbacks(SuperappSettings settings, Nonces nonces, ObjectMapper json, Clock clock) {
        this.settings = settings;
        this.nonces = nonces;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Checks and deciphers a callback, and uses its nonce up. Joins the caller's transaction, so that a callback whose
     * effect was rolled back may come again.
     *
     * @param header finds a header's value by its name
     * @param body the raw body
     * @throws CallbackRefused unless it is signed by the superapp, fresh, and not a replay
     * @throws InvalidValue naming what of a well signed callback cannot be read
     */
    @Transactional
    public Callback open(Function<String, @Nullable String> header, String body) {
        var timestamp = required(header, "TC-Timestamp");
        var nonce = required(header, "TC-Callback-Nonce");
        var signature = required(header, "TC-Callback-Signature");
        if (!settings.application().equals(required(header, "TC-ApplicationID"))) {
            throw new CallbackRefused("callback.other-application");
        }
        if (!isFresh(timestamp)) {
            throw new CallbackRefused("callback.time", timestamp);
        }
        if (nonce.length() > Nonces.LONGEST
                || !CallbackSignature.verify(settings.publicKey(), timestamp, nonce, body, signature)) {
            throw new CallbackRefused("callback.signature");
        }
        if (!nonces.use(nonce)) {
            throw new CallbackRefused("callback.replayed", nonce);
        }
        return read(tree("body", body));
    }

    private Callback read(JsonNode envelope) {
        var resource = envelope.path("resource");
        if (!ALGORITHM.equals(resource.path("algorithm").asText())) {
            throw new InvalidValue("resource.algorithm", "callback.algorithm", ALGORITHM);
        }
        try {
            var text = ResourceCipher.decrypt(
                    settings.aesKey(),
                    resource.path("nonce").asText(),
                    resource.path("associated_data").asText(),
                    resource.path("ciphertext").asText());
            return new Callback(
                    envelope.path("id").asText(), envelope.path("event_type").asText(), tree("resource", text));
        } catch (ResourceCipher.Undecipherable e) {
            throw new InvalidValue("resource.ciphertext", "callback.undecipherable");
        }
    }

    private boolean isFresh(String timestamp) {
        return timestamp.matches("\\d{10,13}")
                && Duration.between(time(Long.parseLong(timestamp)), clock.instant())
                                .abs()
                                .compareTo(TOLERANCE)
                        <= 0;
    }

    /** Milliseconds; the standard payment of the same superapps says it in seconds. */
    private static Instant time(long number) {
        return number < 100_000_000_000L ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }

    private JsonNode tree(String field, String text) {
        try {
            var tree = json.readTree(text);
            if (tree.isObject()) {
                return tree;
            }
        } catch (JsonProcessingException e) {
            // said below, without the text: it may hold what only the superapp and we should read
        }
        throw new InvalidValue(field, "callback.no-json", field);
    }

    private static String required(Function<String, @Nullable String> header, String name) {
        return Optional.ofNullable(header.apply(name))
                .filter(it -> !it.isBlank())
                .orElseThrow(() -> new CallbackRefused("callback.header-missing", name));
    }
}

package io.gatehouse.superapp;

import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.StorableText;
import io.gatehouse.wire.CallbackSignature;
import io.gatehouse.wire.ResourceCipher;

/** Reads what the superapp's backend tells us, once it is certain that it is the superapp, and now; and each of it once. */
@Service
public class Callbacks {

    static final Duration TOLERANCE = Duration.ofSeconds(300);

    private static final String ALGORITHM = "AEAD_AES_256_GCM";

    private final SuperappSettings settings;
    private final SingletonSupplier<PublicKey> publicKey;
    private final Nonces nonces;
    private final ObjectMapper json;
    private final Clock clock;

    Callbacks(SuperappSettings settings, Nonces nonces, ObjectMapper json, Clock clock) {
        this.settings = settings;
        this.publicKey = SingletonSupplier.of(settings::publicKey);
        this.nonces = nonces;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Checks and deciphers a callback. It may still be a replay: {@link #use} tells, together with its effect.
     *
     * @param header finds a header's value by its name
     * @param body the raw body
     * @throws CallbackRefused unless it is signed by the superapp and fresh
     * @throws InvalidValue naming what of a well signed callback cannot be read
     */
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
                || !CallbackSignature.verify(publicKey.obtain(), timestamp, nonce, body, signature)) {
            throw new CallbackRefused("callback.signature");
        }
        return read(tree("body", body), time(Long.parseLong(timestamp)), nonce);
    }

    /**
     * Uses callbacks up. Joins the caller's transaction, so that one whose effect was rolled back may come again.
     *
     * @return for each, in their order, why it is refused: it has been used before
     * @throws CallbackRefused if one of them is being used elsewhere at this moment: none was, and they may be tried again
     */
    @Transactional
    public List<Optional<CallbackRefused>> use(List<Callback> callbacks) {
        var fresh = fresh(callbacks);
        return callbacks.stream()
                .map(it -> fresh.remove(nonce(it))
                        ? Optional.<CallbackRefused>empty()
                        : Optional.of(new CallbackRefused("callback.replayed", it.nonce())))
                .toList();
    }

    private Set<Nonces.Nonce> fresh(List<Callback> callbacks) {
        try {
            return nonces.use(callbacks.stream().map(Callbacks::nonce).toList());
        } catch (DuplicateKeyException e) {
            throw new CallbackRefused("callback.replayed", callbacks.get(0).nonce());
        }
    }

    /** Uses one up by itself. @throws CallbackRefused if it has been used before */
    @Transactional
    public void use(Callback callback) {
        use(List.of(callback)).get(0).ifPresent(refusal -> {
            throw refusal;
        });
    }

    private static Nonces.Nonce nonce(Callback callback) {
        return new Nonces.Nonce(callback.sentAt(), callback.nonce());
    }

    private Callback read(JsonNode envelope, Instant sentAt, String nonce) {
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
                    envelope.path("id").asText(),
                    envelope.path("event_type").asText(),
                    tree("resource", text),
                    sentAt,
                    nonce);
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
                requireStorable(field, tree);
                return tree;
            }
        } catch (JsonProcessingException e) {
            // said below, without the text: it may hold what only the superapp and we should read
        }
        throw new InvalidValue(field, "callback.no-json", field);
    }

    private static void requireStorable(String field, JsonNode tree) {
        if (tree.isTextual() && !StorableText.isStorable(tree.textValue())) {
            throw new InvalidValue(field, "callback.unstorable", field);
        }
        if (tree.isObject()) {
            tree.properties().forEach(it -> requireStorable(it.getKey(), it.getValue()));
        } else {
            tree.elements().forEachRemaining(it -> requireStorable(field, it));
        }
    }

    private static String required(Function<String, @Nullable String> header, String name) {
        return Optional.ofNullable(header.apply(name))
                .filter(it -> !it.isBlank())
                .orElseThrow(() -> new CallbackRefused("callback.header-missing", name));
    }
}

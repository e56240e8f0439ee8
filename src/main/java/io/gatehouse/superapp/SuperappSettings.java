package io.gatehouse.superapp;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What Gatehouse and the superapp's backend know of each other.
 *
 * @param baseUrl where its backend is called, for example {@code https://pay.superapp.example}
 * @param applicationId the superapp's id, which its callbacks name
 * @param merchantId the merchant named in calls that concern no single one
 * @param secretKey the key of TC-Signature, 32 bytes of text
 * @param callbackPublicKey the RSA key its callbacks are signed with, as PEM or base64
 * @param callbackAesKey the key its callbacks are encrypted with, 32 bytes of text
 */
@ConfigurationProperties("gatehouse.superapp")
record SuperappSettings(
        @Nullable URI baseUrl,
        @Nullable String applicationId,
        @DefaultValue("gatehouse") String merchantId,
        @Nullable String secretKey,
        @Nullable String callbackPublicKey,
        @Nullable String callbackAesKey,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration timeout) {

    static final String PREFIX = "gatehouse.superapp.";

    private static final int KEY_BYTES = 32;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    SuperappSettings {
        if (baseUrl != null
                && (baseUrl.getHost() == null
                        || !String.valueOf(baseUrl.getScheme()).startsWith("http"))) {
            throw new IllegalArgumentException(PREFIX + "base-url must be an http or https address");
        }
        require32Bytes("secret-key", secretKey);
        require32Bytes("callback-aes-key", callbackAesKey);
        if (callbackPublicKey != null) {
            parse(callbackPublicKey);
        }
        if (timeout.compareTo(LONGEST) > 0 || timeout.isZero() || timeout.isNegative()) {
            // a job of the engine is taken by another instance after a minute
            throw new IllegalArgumentException(PREFIX + "timeout must be above 0 and at most 20 s");
        }
    }

    /** @throws IllegalStateException naming the first setting that is missing */
    void requireComplete() {
        required("base-url", baseUrl);
        required("application-id", applicationId);
        required("secret-key", secretKey);
        required("callback-public-key", callbackPublicKey);
        required("callback-aes-key", callbackAesKey);
    }

    URI at(String path) {
        var base = required("base-url", baseUrl).toString();
        return URI.create(base.replaceAll("/+$", "") + path);
    }

    String secret() {
        return required("secret-key", secretKey);
    }

    String application() {
        return required("application-id", applicationId);
    }

    String aesKey() {
        return required("callback-aes-key", callbackAesKey);
    }

    PublicKey publicKey() {
        return parse(required("callback-public-key", callbackPublicKey));
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null || value.toString().isBlank()) {
            throw new IllegalStateException("The setting " + PREFIX + name + " is missing");
        }
        return value;
    }

    private static void require32Bytes(String name, @Nullable String key) {
        if (key != null && !key.isEmpty() && key.getBytes(StandardCharsets.UTF_8).length != KEY_BYTES) {
            throw new IllegalArgumentException(PREFIX + name + " must have " + KEY_BYTES + " bytes");
        }
    }

    private static PublicKey parse(String key) {
        try {
            var base64 = key.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(PREFIX + "callback-public-key is no RSA public key", e);
        }
    }

    @Override
    public String toString() {
        return "SuperappSettings[baseUrl=%s, applicationId=%s, keys=********]".formatted(baseUrl, applicationId);
    }
}

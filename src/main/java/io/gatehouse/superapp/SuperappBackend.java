package io.gatehouse.superapp;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.gatehouse.wire.Signatures;

/**
 * The line to the superapp's backend: the TC headers on every call, the envelope of every answer. Never throws for what
 * the other side did: whoever calls must be able to tell "refused" from "nobody knows".
 */
@Component
public class SuperappBackend {

    private static final Logger log = LoggerFactory.getLogger(SuperappBackend.class);

    /** The backend could not look at what was asked: not allowed in, too busy, or too slow. */
    private static final Set<Integer> NOT_LOOKED_AT = Set.of(401, 403, 407, 408, 425, 429);

    private static final String BAD_SIGNATURE = "1003";

    private final SuperappSettings settings;
    private final ObjectMapper json;
    private final Clock clock;
    private final HttpClient http;

    SuperappBackend(SuperappSettings settings, ObjectMapper json, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** @param merchantId the merchant concerned, if there is one */
    public BackendAnswer post(String path, @Nullable String merchantId, Map<String, ?> body) {
        return call("POST", path, merchantId, text(body));
    }

    /** @param merchantId the merchant concerned, if there is one */
    public BackendAnswer get(String path, @Nullable String merchantId) {
        return call("GET", path, merchantId, null);
    }

    private BackendAnswer call(String method, String path, @Nullable String merchantId, @Nullable String body) {
        var timestamp = String.valueOf(clock.millis());
        var request = HttpRequest.newBuilder(settings.at(path))
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("TC-Timestamp", timestamp)
                .header("TC-Signature", Signatures.tcSignature(settings.secret(), timestamp))
                .header("TC-MerchantId", merchantId == null ? settings.merchantId() : merchantId)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        var answer = send(request);
        if (answer.kind() != BackendAnswer.Kind.DONE) {
            log.warn("{} {} at the superapp: {} {} {}", method, path, answer.kind(), answer.code(), answer.message());
        }
        return answer;
    }

    private BackendAnswer send(HttpRequest request) {
        try {
            return read(http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            return BackendAnswer.unknown(
                    e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return BackendAnswer.unknown("interrupted");
        }
    }

    /** Refused is only what the backend itself says it refuses; everything doubtful is unknown. */
    private BackendAnswer read(HttpResponse<String> response) {
        var status = response.statusCode();
        var envelope = envelope(response.body());
        var code = envelope.path("returnCode").asText("");
        var message = envelope.path("returnMessage").asText("");
        if (code.isEmpty() || status >= 500 || status / 100 == 3 || NOT_LOOKED_AT.contains(status)) {
            return BackendAnswer.unknown(
                    code.isEmpty() ? "HTTP " + status : "HTTP " + status + ", " + code + " " + message);
        }
        if (status < 300 && code.equals("0")) {
            return new BackendAnswer(BackendAnswer.Kind.DONE, code, message, envelope.path("data"));
        }
        return code.equals(BAD_SIGNATURE) || code.equals("0")
                ? BackendAnswer.unknown("HTTP " + status + ", " + code + " " + message)
                : new BackendAnswer(BackendAnswer.Kind.REFUSED, code, message, envelope.path("data"));
    }

    private JsonNode envelope(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            return json.missingNode();
        }
    }

    private String text(Map<String, ?> body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

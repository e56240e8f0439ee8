package io.gatehouse.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How the other contestants tell a game's server of an order: the JDK's client and one signature. */
public final class GameServers {

    private static final SecretKeySpec KEY =
            new SecretKeySpec("secret-key-secret-key-secret-key".getBytes(StandardCharsets.US_ASCII), "HmacSHA256");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newFixedThreadPool(2))
            .build();
    private final int port;

    GameServers(int port) {
        this.port = port;
    }

    /** Waits for the answer. @throws IllegalStateException unless it is a success */
    public void tell(PaidOrder order) {
        if (!begin(order).join()) {
            throw new IllegalStateException("Not acknowledged: " + order);
        }
    }

    /** Does not wait. */
    public CompletableFuture<Boolean> begin(PaidOrder order) {
        return client.sendAsync(request(order), HttpResponse.BodyHandlers.ofString())
                .thenApply(it -> it.statusCode() == 200 && it.body().contains("\"returnCode\":\"0\""));
    }

    private HttpRequest request(PaidOrder order) {
        var body = order.json();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/e/%d".formatted(port, order.endpoint())))
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/json")
                .header("X-Signature", signature(body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static String signature(String body) {
        try {
            var mac = Mac.getInstance(KEY.getAlgorithm());
            mac.init(KEY);
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.gatehouse.serverapi;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.gatehouse.ApplicationTest;

/** A test that speaks to the machine routes over HTTP. */
abstract class WireTest extends ApplicationTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private JdbcClient db;

    @Autowired
    private Environment environment;

    @Autowired
    protected ObjectMapper json;

    protected Samples samples;

    @BeforeEach
    void prepareSamples() {
        samples = new Samples(db, environment, json, clock);
    }

    protected HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(path, Map.of());
    }

    protected HttpResponse<String> get(String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address(path));
        headers.forEach(request::header);
        return send(request);
    }

    protected HttpResponse<String> post(String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        return send(posting(path, body, headers));
    }

    protected CompletableFuture<HttpResponse<String>> postAsync(String path, String body, Map<String, String> headers) {
        return http.sendAsync(posting(path, body, headers).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder posting(String path, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        return request;
    }

    protected JsonNode answer(HttpResponse<String> response) throws IOException {
        return json.readTree(response.body());
    }

    protected int errcode(HttpResponse<String> response) throws IOException {
        return answer(response).path("errcode").asInt(Integer.MIN_VALUE);
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}

package io.gatehouse.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.ApplicationTest;
import io.gatehouse.access.ApiTokenView;
import io.gatehouse.access.ApiTokens;
import io.gatehouse.access.Scope;
import io.gatehouse.core.Username;

/** A test that calls the management API over HTTP, as the program of a person. */
abstract class ApiTest extends ApplicationTest {

    static final String GAME = "wx51b8e20d77c4";
    static final String FOREIGN_GAME = "wx2e6b90f4c8d1";

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    ApiTokens tokens;

    @Autowired
    ObjectMapper json;

    /** An answer, read as JSON. */
    record Answer(HttpResponse<String> response, JsonNode body) {

        int status() {
            return response.statusCode();
        }

        String text(String pointer) {
            return body.at(pointer).asText();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /** Someone's program. */
    class Caller {

        private final String token;
        private final Map<String, String> headers;

        Caller(String token, Map<String, String> headers) {
            this.token = token;
            this.headers = headers;
        }

        Caller with(String header, String value) {
            var more = new HashMap<>(headers);
            more.put(header, value);
            return new Caller(token, more);
        }

        Answer get(String path) throws IOException, InterruptedException {
            return send("GET", path, HttpRequest.BodyPublishers.noBody(), null);
        }

        Answer delete(String path) throws IOException, InterruptedException {
            return send("DELETE", path, HttpRequest.BodyPublishers.noBody(), null);
        }

        Answer post(String path) throws IOException, InterruptedException {
            return send("POST", path, HttpRequest.BodyPublishers.noBody(), null);
        }

        Answer post(String path, Object body) throws IOException, InterruptedException {
            return send("POST", path, json(body), "application/json");
        }

        Answer put(String path, Object body) throws IOException, InterruptedException {
            return send("PUT", path, json(body), "application/json");
        }

        Answer put(String path, byte[] body, String type) throws IOException, InterruptedException {
            return send("PUT", path, HttpRequest.BodyPublishers.ofByteArray(body), type);
        }

        private Answer send(String method, String path, HttpRequest.BodyPublisher body, String type)
                throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                    .method(method, body);
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            if (type != null) {
                request.header("Content-Type", type);
            }
            headers.forEach(request::header);
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response, response.body().startsWith("{") ? json.readTree(response.body()) : json.nullNode());
        }

        private HttpRequest.BodyPublisher json(Object body) throws IOException {
            return HttpRequest.BodyPublishers.ofString(
                    body instanceof String text ? text : json.writeValueAsString(body));
        }
    }

    /** With all scopes. */
    Caller as(String username) {
        return as(username, Scope.values());
    }

    Caller as(String username, Scope... scopes) {
        var valid = tokens.of(new Username(username)).stream()
                .filter(ApiTokenView::isValid)
                .toList();
        valid.stream().skip(10).forEach(it -> tokens.revoke(it.username(), it.id()));
        return with(tokens.make(new Username(username), "test", Arrays.asList(scopes), 1)
                .text());
    }

    Caller with(String token) {
        return new Caller(token, Map.of());
    }

    static String of(String game, String rest) {
        return "/games/" + game + rest;
    }

    static List<String> fields(Answer answer) {
        return answer.body().findValuesAsText("field");
    }
}

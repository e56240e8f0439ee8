package io.gatehouse;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** A browser without a screen: keeps cookies, follows redirects, fills in the token of forms; speaks English. */
public class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final int port;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private String bearer = "";

    public Browser(int port) {
        this.port = port;
    }

    public Browser signIn(String username) throws IOException, InterruptedException {
        post("/sign-in", "/sign-in", "username=" + username + "&password=gatehouse");
        return this;
    }

    /** Calls as a program with this API token from now on. */
    public Browser bearer(String token) {
        bearer = token;
        return this;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    /** @param from the page whose form is sent */
    public HttpResponse<String> post(String path, String from, String form) throws IOException, InterruptedException {
        var token = CSRF.matcher(get(from).body());
        assertThat(token.find()).as("a form on " + from).isTrue();
        var body = form + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        return http.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept-Language", "en");
        return bearer.isEmpty()
                ? request.header("Accept", "text/html")
                : request.header("Accept", "application/json").header("Authorization", "Bearer " + bearer);
    }
}

package io.gatehouse.sandbox;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who uses the console with a browser that has no script. */
public class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String address;

    public Visitor(int port) {
        this.address = "http://localhost:" + port;
    }

    public static Visitor signedIn(int port, String username) throws IOException, InterruptedException {
        var visitor = new Visitor(port);
        visitor.get("/sign-in");
        visitor.post("/sign-in", "/sign-in", Map.of("username", username, "password", "gatehouse"));
        return visitor;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html");
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a form that stands on a page. */
    public HttpResponse<String> post(String page, String path, Map<String, String> values)
            throws IOException, InterruptedException {
        var token = CSRF.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError("No form on " + page);
        }
        var form = values.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "_csrf=" + token.group(1) + "&", ""));
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}

package io.gatehouse.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.gatehouse.ApplicationTest;
import io.gatehouse.core.Username;

import static org.assertj.core.api.Assertions.assertThat;

/** A session cannot be planted, borrowed by another page, or shown in a frame. */
class SessionTests extends ApplicationTest {

    private static final Username HANA = new Username("hana-of-sessions");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @Autowired
    People people;

    @Autowired
    JdbcClient db;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @BeforeEach
    void hana() {
        people.register(HANA, "Hana Sato", "hana@sessions.example", "secret", Locale.ENGLISH);
        people.join(HANA, null, Role.REVIEW_STAFF);
    }

    @Test
    void getsAnotherIdWhenSomebodySignsIn() throws Exception {

        var token = token("/sign-in");
        var before = session();
        signIn(token);

        assertThat(session()).isNotEqualTo(before);
        cookies.getCookieStore().removeAll();
        cookies.getCookieStore().add(URI.create(base()), cookie(before));
        assertThat(location(get("/reviews"))).endsWith("/sign-in");
    }

    /** Whoever has a copy of the database knows its id. */
    @Test
    void isNobodysWhoKnowsItsIdAlone() throws Exception {

        signIn(token("/sign-in"));
        assertThat(get("/reviews").statusCode()).isEqualTo(200);
        var cookie = new String(Base64.getDecoder().decode(session()), StandardCharsets.US_ASCII);
        var id = cookie.substring(0, cookie.indexOf('.'));

        assertThat(db.sql("select principal_name from spring_session where session_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo(HANA.value());
        for (var forged : List.of(id, id + ".", id + "." + "A".repeat(43), cookie + "A", cookie.replace('.', ','))) {
            cookies.getCookieStore().removeAll();
            cookies.getCookieStore()
                    .add(
                            URI.create(base()),
                            cookie(Base64.getEncoder().encodeToString(forged.getBytes(StandardCharsets.US_ASCII))));
            assertThat(location(get("/reviews"))).as(forged).endsWith("/sign-in");
        }
    }

    @Test
    void takesNoFormWithoutItsToken() throws Exception {

        signIn(token("/sign-in"));

        assertThat(post("/reviews/decisions", "number=EN-1&decision=approve").statusCode())
                .isEqualTo(403);
        assertThat(get("/reviews").statusCode()).isEqualTo(200);
    }

    @Test
    void takesNoFormWithTheTokenOfAnotherSession() throws Exception {

        var foreign = token("/sign-in");
        cookies.getCookieStore().removeAll();
        signIn(token("/sign-in"));

        assertThat(post("/reviews/decisions", "number=EN-1&decision=approve&_csrf=" + encoded(foreign))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void hasACookieThatScriptsAndOtherSitesDoNotGet() throws Exception {

        var set = get("/sign-in").headers().allValues("set-cookie");

        assertThat(set)
                .filteredOn(it -> it.startsWith("GATEHOUSE="))
                .singleElement()
                .satisfies(it -> assertThat(it).contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void isBegunAtThisHostWhateverTheCallerSaysItIs() throws Exception {

        var answer = browser.send(
                HttpRequest.newBuilder(URI.create(base() + "/reviews"))
                        .header("Accept", "text/html")
                        .header("X-Forwarded-Host", "elsewhere.example")
                        .build(),
                BodyHandlers.ofString());

        assertThat(location(answer)).isEqualTo("/sign-in");
    }

    /** A proxy appends the address it was called from; what stands before it was written by the caller. */
    @Test
    void isGuessedAtFromOneAddressHoweverManyTheCallerClaims() throws Exception {
        var form = "username=nobody-%d&password=guess&_csrf=" + encoded(token("/sign-in"));
        var answers = new ArrayList<String>();

        for (var i = 0; i <= 100; i++) {
            answers.add(location(browser.send(
                    HttpRequest.newBuilder(URI.create(base() + "/sign-in"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("X-Forwarded-For", "198.51.100.%d, 203.0.113.77".formatted(i))
                            .POST(BodyPublishers.ofString(form.formatted(i)))
                            .build(),
                    BodyHandlers.ofString())));
        }

        assertThat(answers.subList(0, 100)).allMatch(it -> it.endsWith("/sign-in?error"));
        assertThat(answers.get(100)).contains("/sign-in?wait=");
    }

    @Test
    void takesNoTextThatNoTableCanHold() throws Exception {

        assertThat(post("/sign-in", "username=a%00b&password=c&_csrf=" + encoded(token("/sign-in")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("/sign-in?wait=%00").statusCode()).isEqualTo(400);
    }

    @Test
    void isHadByWhoeverSendsHeadersInTheirOwnLanguage() throws Exception {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write("GET /sign-in HTTP/1.1\r\nHost: localhost\r\nUser-Agent: 游戏\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void isShownInNoFrameAndRunsNoForeignScript() throws Exception {

        var headers = get("/sign-in").headers();

        assertThat(headers.firstValue("content-security-policy"))
                .hasValueSatisfying(it -> assertThat(it)
                        .contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self'")
                        .doesNotContain("unsafe"));
        assertThat(headers.firstValue("x-frame-options")).hasValue("DENY");
        assertThat(headers.firstValue("x-content-type-options")).hasValue("nosniff");
    }

    private void signIn(String token) throws IOException, InterruptedException {
        var answer = post("/sign-in", "username=%s&password=secret&_csrf=%s".formatted(HANA, encoded(token)));
        assertThat(location(answer)).doesNotContain("error");
    }

    private String token(String path) throws IOException, InterruptedException {
        var found = TOKEN.matcher(get(path).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(it -> it.getName().equals("GATEHOUSE"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static HttpCookie cookie(String session) {
        var cookie = new HttpCookie("GATEHOUSE", session);
        cookie.setPath("/");
        cookie.setVersion(0);
        return cookie;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(base() + path))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(base() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String base() {
        return "http://localhost:" + port;
    }
}

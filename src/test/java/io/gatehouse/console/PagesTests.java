package io.gatehouse.console;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import io.gatehouse.ApplicationTest;
import io.gatehouse.access.Role;
import io.gatehouse.core.Username;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages of the console, asked for by everybody in both languages. */
class PagesTests extends ApplicationTest {

    static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    static final Pattern MISSING_TEXT = Pattern.compile("\\?\\?[\\w.-]+\\?\\?");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "super-admin",
                "platform-admin",
                "administrator",
                "senior-developer",
                "developer",
                "operator",
                "superapp-admin",
                "reviewer",
                "finance",
                "auditor"
            })
    void sayEverythingInBothLanguages(String username) throws IOException, InterruptedException {

        signIn(username);

        for (var path : pages()) {
            for (var language : List.of("en", "zh")) {
                var page = get(path + "?lang=" + language);
                assertThat(page.statusCode()).as(path).isLessThan(500);
                assertThat(page.body()).as(path + " in " + language).doesNotContainPattern(MISSING_TEXT);
            }
        }
    }

    @Test
    void showTheShell() throws IOException, InterruptedException {

        signIn("administrator");

        assertThat(get("/?lang=en&theme=dark").body())
                .contains("data-bs-theme=\"dark\"", "Skip to the page", "Sign out", "Lantern Drift")
                .doesNotContain("Paper Kites");
        assertThat(get("/?lang=zh").body()).contains("lang=\"zh-CN\"", "退出登录");
    }

    @Test
    void doNotKnowAForeignTeamsGame() throws IOException, InterruptedException {

        signIn("administrator-2");

        var page = get("/virtual-payment/enablement?lang=en&game=wx51b8e20d77c4");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Not here").doesNotContain("Lantern Drift");
    }

    @Test
    void nameWhoMayWhatOneMayNot() throws IOException, InterruptedException {

        signIn("operator");

        var page = get("/reviews?lang=en");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Not yours to do", "Review staff");
    }

    @Test
    void keepTheNameWhenThePasswordIsWrong() throws IOException, InterruptedException {

        var page = post("/sign-in", "username=operator&password=wrong");

        assertThat(page.body()).contains("value=\"operator\"", "aria-invalid=\"true\"");
    }

    @Test
    void offerTheSamplesToSignInAsAndNobodyElse() throws IOException, InterruptedException {

        person(new Username("ida-no-sample"), "Ida Holm", null, Role.AUDITOR);

        assertThat(get("/sign-in?lang=en").body())
                .contains("Mei Lin", "Hana Sato", "Northlight Studio")
                .doesNotContain("ida-no-sample");
    }

    private List<String> pages() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(it -> it.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .filter(it -> !AnnotatedElementUtils.hasAnnotation(it.getValue().getBeanType(), ResponseBody.class))
                .filter(it -> it.getValue().getReturnType().getParameterType() == String.class)
                .flatMap(it -> it.getKey().getPatternValues().stream())
                .filter(it -> !it.contains("{") && !it.equals("/sign-in"))
                .sorted()
                .toList();
    }

    private void signIn(String username) throws IOException, InterruptedException {
        post("/sign-in", "username=" + username + "&password=gatehouse");
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        var token = CSRF.matcher(get(path + "?lang=en").body());
        assertThat(token.find()).as("a form on " + path).isTrue();
        var body = form + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        return browser.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html");
    }
}

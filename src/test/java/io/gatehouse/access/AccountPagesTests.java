package io.gatehouse.access;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.gatehouse.ApplicationTest;
import io.gatehouse.Browser;
import io.gatehouse.core.Username;

import static org.assertj.core.api.Assertions.assertThat;

/** What people do with accounts, through the pages, with real sessions. */
class AccountPagesTests extends ApplicationTest {

    static final Pattern TOKEN = Pattern.compile("gatehouse_[A-Za-z0-9_-]{43}");
    static final Username SAM = new Username("operator");

    @Autowired
    JdbcClient db;

    @Autowired
    Directory directory;

    @Autowired
    Members members;

    @AfterEach
    void asItWas() {
        var noor = new Username("super-admin");
        if (!directory.get(SAM).enabled()) {
            directory.enable(SAM, noor);
        }
        if (directory
                .get(SAM)
                .roleIn(MembersTests.NORTHLIGHT)
                .filter(Role.OPERATOR::equals)
                .isEmpty()) {
            members.change(MembersTests.NORTHLIGHT, SAM, Role.OPERATOR, MembersTests.MEI);
        }
        db.sql("delete from api_token where username = 'operator'").update();
        db.sql("delete from sign_in_try where key like '%page of operator'").update();
    }

    @Test
    void aTokenIsShownOnceAndWorksUntilItIsRevoked() throws IOException, InterruptedException {

        var browser = new Browser(port).signIn("operator");

        var made =
                browser.post("/account/tokens", "/account", "name=robot&scopes=orders:read&days=7&current=gatehouse");
        var token = TOKEN.matcher(made.body());
        assertThat(token.find()).isTrue();
        assertThat(browser.get("/account").body()).contains("robot").doesNotContain(token.group());
        assertThat(new Browser(port).bearer(token.group()).get("/api/v1/me").statusCode())
                .isEqualTo(200);

        var id = db.sql("select id::text from api_token where username = 'operator'")
                .query(String.class)
                .single();
        browser.post("/account/tokens/" + id + "/revocation", "/account", "");

        assertThat(new Browser(port).bearer(token.group()).get("/api/v1/me").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aTokenIsNotMadeWithoutThePassword() throws IOException, InterruptedException {

        var browser = new Browser(port).signIn("operator");

        var page = browser.post("/account/tokens", "/account", "name=robot&scopes=orders:read&days=7&current=wrong");

        assertThat(page.body())
                .contains("This is not your password", "value=\"robot\"")
                .doesNotContainPattern(TOKEN);
    }

    @Test
    void aPasswordIsNotChangedWithoutTheOneBefore() throws IOException, InterruptedException {

        var browser = new Browser(port).signIn("operator");

        assertThat(browser.post("/account/password", "/account", "current=wrong&password=four+quiet+herons")
                        .body())
                .contains("This is not your password");
        assertThat(browser.post("/account/password", "/account", "current=gatehouse&password=short")
                        .body())
                .contains("12 to 128 characters");
    }

    @Test
    void aPasswordIsNotGuessedOnAPageThatWasLeftOpen() throws IOException, InterruptedException {
        var browser = new Browser(port).signIn("operator");

        for (var i = 0; i < 10; i++) {
            assertThat(browser.post("/account/password", "/account", "current=wrong&password=four+quiet+herons")
                            .body())
                    .contains("This is not your password");
        }

        assertThat(browser.post("/account/tokens", "/account", "name=robot&scopes=orders:read&days=7&current=gatehouse")
                        .body())
                .contains("wrong too often")
                .doesNotContainPattern(TOKEN);
        clock.advance(Duration.ofSeconds(2));
        assertThat(browser.post("/account/tokens", "/account", "name=robot&scopes=orders:read&days=7&current=gatehouse")
                        .body())
                .containsPattern(TOKEN);
    }

    @Test
    void aChangeOfRoleEndsTheSession() throws IOException, InterruptedException {

        var browser = new Browser(port).signIn("operator");
        assertThat(browser.get("/account").uri().getPath()).isEqualTo("/account");

        members.change(MembersTests.NORTHLIGHT, SAM, Role.DEVELOPER, MembersTests.MEI);

        assertThat(browser.get("/account").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void aDisabledAccountIsOutEverywhere() throws IOException, InterruptedException {

        var browser = new Browser(port).signIn("operator");
        var token = TOKEN.matcher(
                browser.post("/account/tokens", "/account", "name=robot&scopes=orders:read&days=7&current=gatehouse")
                        .body());
        assertThat(token.find()).isTrue();

        directory.disable(SAM, new Username("super-admin"));

        assertThat(browser.get("/account").uri().getPath()).isEqualTo("/sign-in");
        assertThat(new Browser(port).bearer(token.group()).get("/api/v1/me").statusCode())
                .isEqualTo(401);
        assertThat(new Browser(port).signIn("operator").get("/account").uri().getPath())
                .isEqualTo("/sign-in");
    }

    @Test
    void anInvitationThatIsOverSaysSo() throws IOException, InterruptedException {

        var page = new Browser(port).get("/invitation/guessed?lang=en");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("This invitation is over");
    }

    @Test
    void anAppSecretIsShownOnceAndToTheAdministratorOnly() throws IOException, InterruptedException {

        var browser = new Browser(port).signIn("administrator-2");

        assertThat(browser.get("/team/app-secret?lang=en").body()).contains("wx2e6b90f4c8d1", "Reset secret");
        assertThat(new Browser(port)
                        .signIn("developer-2")
                        .get("/team/app-secret")
                        .statusCode())
                .isEqualTo(403);
    }
}

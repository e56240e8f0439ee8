package io.gatehouse.api;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.gatehouse.access.Scope;

import static org.assertj.core.api.Assertions.assertThat;

/** How the API says no: always as problem details, always with what was kept and the way out. */
class ProblemTests extends ApiTest {

    Caller administrator;

    @BeforeEach
    void aProgram() {
        administrator = as("administrator", Scope.ITEMS_READ, Scope.ITEMS_WRITE, Scope.ENABLEMENT_READ);
    }

    @Test
    void aCallWithoutATokenIsToldHowToGetOne() throws IOException, InterruptedException {

        var answer = with("").get("/me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"gatehouse\"");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("/code")).isEqualTo("api.token-missing");
        assertThat(answer.text("/type")).endsWith("/api#unauthenticated");
        assertThat(answer.text("/instance")).isEqualTo("/api/v1/me");
    }

    @Test
    void aTokenThatIsMadeUpIsNotAccepted() throws IOException, InterruptedException {

        var answer = with("gatehouse_guess").get("/me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
        assertThat(answer.text("/code")).isEqualTo("api.token-not-accepted");
    }

    @Test
    void aBrowsersSessionIsNoWayIn() throws IOException, InterruptedException {

        assertThat(with("").with("Cookie", "GATEHOUSE=anything").get("/me").status())
                .isEqualTo(401);
    }

    @Test
    void everyFieldAtFaultIsNamedWithItsRule() throws IOException, InterruptedException {

        var answer = administrator.post(
                of(GAME, "/items"), Map.of("code", "not allowed", "price", Map.of("minor", 0, "currency", "USD")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(fields(answer)).contains("code", "name", "price", "picture");
        assertThat(answer.body().findValuesAsText("rule")).contains("item.code-invalid", "item.price-out-of-range");
        assertThat(answer.body().at("/errors/0/detail").asText()).isNotBlank();
    }

    @Test
    void anUnknownFieldIsNamed() throws IOException, InterruptedException {

        var answer = administrator.post(of(GAME, "/items"), "{\"code\":\"gem\",\"price\":{\"major\":4.99}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(fields(answer)).containsExactly("price.major");
        assertThat(answer.text("/errors/0/rule")).isEqualTo("api.field-unknown");
    }

    @Test
    void aFieldOfAnotherTypeIsNamed() throws IOException, InterruptedException {

        assertThat(fields(administrator.post(of(GAME, "/items"), "{\"price\":{\"minor\":\"499\"}}")))
                .containsExactly("price.minor");
        assertThat(fields(administrator.post(of(GAME, "/items"), "{\"price\":{\"minor\":4.99}}")))
                .containsExactly("price.minor");
        assertThat(fields(administrator.post(of(GAME, "/items"), "{\"name\":5}")))
                .containsExactly("name");
        assertThat(fields(administrator.post(of(GAME, "/items"), "{\"picture\":\"%%%\"}")))
                .containsExactly("picture");
    }

    @Test
    void aBodyThatIsNoJsonIsToldWhere() throws IOException, InterruptedException {

        for (var body : new String[] {"{", "{\"code\":\"a\",\"code\":\"b\"}", "{} {}", "[]", "", "nonsense"}) {
            var answer = administrator.post(of(GAME, "/items"), body);

            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.text("/code")).as(body).startsWith("api.");
        }
    }

    @Test
    void anUnknownParameterIsNamed() throws IOException, InterruptedException {

        var answer = administrator.get(of(GAME, "/items?serach=gem"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(fields(answer)).containsExactly("serach");
        assertThat(fields(administrator.get(of(GAME, "/items?state=SOLD")))).containsExactly("state");
    }

    @Test
    void whatIsNotThereIsSaidAlike() throws IOException, InterruptedException {

        var foreign = administrator.get(of(FOREIGN_GAME, "/enablement"));
        var invented = administrator.get(of("wxInvented", "/enablement"));

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.text("/code")).isEqualTo(invented.text("/code")).isEqualTo("game.unknown");
        assertThat(administrator.get("/nothing").text("/code")).isEqualTo("api.unknown");
        assertThat(administrator.delete("/me").status()).isEqualTo(405);
        assertThat(administrator
                        .put(of(GAME, "/items/gem/picture"), new byte[1], "image/gif")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void aRoleWithoutTheRightIsToldWhoHasIt() throws IOException, InterruptedException {

        var answer = as("operator").post(of(GAME, "/enablement/requests"), Map.of("message", "please"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("/detail")).contains("Administrator");
    }

    @Test
    void aTokenWithoutTheScopeIsToldWhichOne() throws IOException, InterruptedException {

        var answer = administrator.post(of(GAME, "/enablement/requests"), Map.of("message", "please"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("/code")).isEqualTo("token.lacks-scope");
        assertThat(answer.text("/detail")).contains("enablement:write");
    }

    @Test
    void theSentenceIsInTheLanguageAskedFor() throws IOException, InterruptedException {

        assertThat(administrator.with("Accept-Language", "zh").get("/nothing").text("/detail"))
                .contains("未作任何更改");
        assertThat(with("").with("Accept-Language", "zh").get("/me").text("/title"))
                .isEqualTo("身份未知");
    }

    @Test
    void aBodyThatIsTooLargeIsNotRead() throws IOException, InterruptedException {

        assertThat(administrator.post(of(GAME, "/items"), " ".repeat(4 << 20)).status())
                .isEqualTo(413);
    }
}

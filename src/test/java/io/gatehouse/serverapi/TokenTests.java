package io.gatehouse.serverapi;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TokenTests extends WireTest {

    private static final String TOKEN = "/cgi-bin/token?grant_type=client_credential&appid=%s&secret=%s";

    @Test
    void aTokenIsIssuedForTheSecret() throws Exception {

        var answer = answer(get(TOKEN.formatted(Samples.GAME, samples.secretOfTheGame())));

        assertThat(answer.path("access_token").asText()).hasSize(64);
        assertThat(answer.path("expires_in").asInt()).isEqualTo(7200);
    }

    @Test
    void anotherSecretIsRefusedAndTellsNothingOfTheGame() throws Exception {

        assertThat(errcode(get(TOKEN.formatted(Samples.GAME, "guess")))).isEqualTo(40125);
        assertThat(errcode(get(TOKEN.formatted("wxUnknown", "guess")))).isEqualTo(40125);
        assertThat(errcode(get(TOKEN.formatted("", "guess")))).isEqualTo(41002);
        assertThat(errcode(get(TOKEN.formatted("not%20an%20id", "guess")))).isEqualTo(40013);
        assertThat(errcode(get("/cgi-bin/token?grant_type=password"))).isEqualTo(40002);
    }

    @Test
    void whoAcceptsOnlyPagesIsAnsweredInJson() throws Exception {

        var html = Map.of("Accept", "text/html");
        var refused = get(TOKEN.formatted(Samples.GAME, "guess"), html);
        var unsigned = post("/payment/super-app/transactions/callback", "{}", html);

        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(errcode(refused)).isEqualTo(40125);
        assertThat(unsigned.statusCode()).isEqualTo(401);
        assertThat(answer(unsigned).path("returnCode").asText()).isEqualTo("401");
        assertThat(get(TOKEN.formatted(Samples.GAME, samples.secretOfTheGame()), html)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void stableTokenTakesItsParametersFromTheBody() throws Exception {

        var asked = json.writeValueAsString(Map.of(
                "grant_type",
                "client_credential",
                "appid",
                Samples.GAME.value(),
                "secret",
                samples.secretOfTheGame(),
                "force_refresh",
                false));

        assertThat(answer(post("/cgi-bin/stable_token", asked, Map.of()))
                        .path("access_token")
                        .asText())
                .hasSize(64);
        assertThat(errcode(post("/cgi-bin/stable_token", "[]", Map.of()))).isEqualTo(40002);
        assertThat(errcode(post("/cgi-bin/stable_token", "{\"appid\":1,\"appid\":2}", Map.of())))
                .isEqualTo(40002);
    }

    @Test
    void aLoginCodeThatTheSuperappDoesNotKnowIsRefused() throws Exception {

        var path = "/sns/jscode2session?appid=%s&secret=%s&js_code=%s&grant_type=authorization_code";

        assertThat(errcode(get(path.formatted(Samples.GAME, samples.secretOfTheGame(), "unknown"))))
                .isEqualTo(40029);
        assertThat(errcode(get(path.formatted(Samples.GAME, samples.secretOfTheGame(), ""))))
                .isEqualTo(41008);
    }

    @Test
    void aBodyThatIsTooLongIsNotRead() throws Exception {

        assertThat(post("/cgi-bin/stable_token", " ".repeat(300_000), Map.of()).statusCode())
                .isEqualTo(413);
    }
}

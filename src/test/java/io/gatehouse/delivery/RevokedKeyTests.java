package io.gatehouse.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.RawServer;
import io.gatehouse.core.Env;
import io.gatehouse.credentials.AppKey;
import io.gatehouse.credentials.Credentials;
import io.gatehouse.credentials.WebhookSecret;
import io.gatehouse.serverapi.AppSecrets;
import io.gatehouse.wire.Signatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** A key that somebody has stolen … */
class RevokedKeyTests extends DeliveryTest {

    private static final String QUERY = "/xpay/query_order";
    private static final String BODY = "{\"openid\":\"player-1\",\"env\":0,\"order_id\":\"none\"}";
    private static final int WRONG_SIGNATURE = 268490003;

    /** By then no instance signs with it any more, whoever was told. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private Credentials credentials;

    @Autowired
    private SigningKeys keys;

    @Autowired
    private AppSecrets secrets;

    @Autowired
    private ObjectMapper json;

    private AppKey stolen;
    private WebhookSecret stolenSecret;
    private String token;

    @BeforeEach
    void theTeamHasANewOne() throws IOException, InterruptedException {
        ready();
        stolen = credentials.signing(game, Env.LIVE);
        stolenSecret = credentials.webhookSecrets(game).get(0);
        clock.advance(Duration.ofMinutes(1));
        credentials.renew(game, mei, "It was stolen");
        runJobs();
        token = ask("/cgi-bin/token?grant_type=client_credential&appid=%s&secret=%s"
                        .formatted(game, secrets.reset(game, mei)))
                .required("access_token")
                .asText();
    }

    @Test
    void isAcceptedNoLongerOnceItIsRevoked() throws Exception {
        assertThat(errcode(stolen)).isNotEqualTo(WRONG_SIGNATURE);

        credentials.revokeOld(game, mei);

        assertThat(errcode(stolen)).isEqualTo(WRONG_SIGNATURE);
        assertThat(errcode(credentials.signing(game, Env.LIVE))).isNotEqualTo(WRONG_SIGNATURE);
    }

    /** Of what happens on another instance, this one sees nothing but the row. */
    @Test
    void isAcceptedNoLongerOnceItIsRevokedOnAnotherInstance() throws Exception {
        assertThat(errcode(stolen)).isNotEqualTo(WRONG_SIGNATURE);

        assertThat(jdbc.update(
                        "update credential set state = 'REVOKED' where game = ? and accepted_until is not null",
                        game.value()))
                .isEqualTo(1);

        assertThat(errcode(stolen)).isEqualTo(WRONG_SIGNATURE);
        assertThat(errcode(credentials.signing(game, Env.LIVE))).isNotEqualTo(WRONG_SIGNATURE);
    }

    @Test
    void signsSecondWhileBothAreAcceptedAndNotAtAllSoonAfterItIsRevoked() {
        var here = keys;
        var elsewhere = new SigningKeys(credentials, clock);
        var endpoint = new Endpoint(game, Env.LIVE);
        clock.advance(SOON);
        var fresh = credentials.webhookSecrets(game).get(0);
        pay(newOrder());
        hasReceived(1);
        var both = received().get(0);
        assertThat(elsewhere.webhookSecrets(endpoint)).containsExactly(fresh.value(), stolenSecret.value());

        credentials.revokeOld(game, mei);
        clock.advance(SOON);
        pay(newOrder());
        hasReceived(2);

        assertThat(signatures(both)).hasSize(2);
        verify(both, signatures(both).get(0), fresh);
        verify(both, signatures(both).get(1), stolenSecret);
        assertThat(signatures(received().get(1))).hasSize(1);
        verify(received().get(1), signatures(received().get(1)).get(0), fresh);
        assertThat(here.webhookSecrets(endpoint)).containsExactly(fresh.value());
        assertThat(elsewhere.webhookSecrets(endpoint)).containsExactly(fresh.value());
    }

    private static List<String> signatures(RawServer.Request request) {
        return List.of(request.header("webhook-signature").split(" "));
    }

    private static void verify(RawServer.Request request, String signature, WebhookSecret secret) {
        assertThatCode(() -> new Webhook(secret.value())
                        .verify(
                                request.body(),
                                Map.of(
                                        "webhook-id", List.of(request.header("webhook-id")),
                                        "webhook-timestamp", List.of(request.header("webhook-timestamp")),
                                        "webhook-signature", List.of(signature))))
                .doesNotThrowAnyException();
    }

    private int errcode(AppKey key) throws IOException, InterruptedException {
        var signature = Signatures.serverPaySig(key.value(), QUERY, BODY);
        return ask("%s?access_token=%s&pay_sig=%s".formatted(QUERY, token, signature))
                .required("errcode")
                .asInt();
    }

    private JsonNode ask(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json");
        if (path.startsWith(QUERY)) {
            request.POST(HttpRequest.BodyPublishers.ofString(BODY));
        }
        return json.readTree(http.send(request.build(), BodyHandlers.ofString()).body());
    }
}

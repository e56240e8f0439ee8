package io.gatehouse.api;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.gatehouse.RawServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The configuration of a game, its test notification, its switch, and its certificate and key. */
class ConfigurationApiTests extends OwnGameTest {

    final RawServer server = new RawServer(RawServer.SUCCESS);

    @AfterEach
    void closeTheServer() {
        server.close();
    }

    @Test
    void isNotThereBeforeItIsSaved() throws IOException, InterruptedException {

        assertThat(operator.get(at("/configuration")).status()).isEqualTo(404);
        assertThat(operator.get(at("/configuration")).text("/code")).isEqualTo("delivery.not-configured");
        assertThat(operator.get(at("/configuration/test")).text("/code")).isEqualTo("api.no-test");
        assertThat(administrator
                        .put(at("/configuration/switch"), Map.of("on", true))
                        .text("/code"))
                .isEqualTo("delivery.switch.no-configuration");
    }

    @Test
    void asksForCertificateAndKeyWithItsFirstSaveOnly() throws IOException, InterruptedException {

        var first = save(server.url());

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.text("/form")).isEqualTo("A");
        assertThat(first.text("/missing/0")).isEqualTo("CREDENTIALS");
        assertThat(administrator.get(at("/credentials")).text("/underWay")).startsWith("CR-");

        assertThat(save(server.url()).status()).isEqualTo(200);
        assertThat(administrator.get(at("/credentials")).body().at("/requests")).hasSize(1);
    }

    @Test
    void isNotOverwrittenUnseen() throws IOException, InterruptedException {

        var read = save(server.url()).header("ETag");
        save(server.url() + "other");

        assertThat(administrator
                        .with("If-Match", read)
                        .put(at("/configuration"), wanted(server.url(), "C_JSON"))
                        .status())
                .isEqualTo(412);

        var now = administrator.get(at("/configuration"));
        var saved = administrator
                .with("If-Match", now.header("ETag"))
                .put(at("/configuration"), wanted(server.url(), "C_JSON"));

        assertThat(saved.text("/form")).isEqualTo("C_JSON");
        assertThat(save(server.url()).text("/form")).isEqualTo("C_JSON");
    }

    @Test
    void namesTheAddressAtFault() throws IOException, InterruptedException {

        assertThat(fields(save("ftp://game.example/"))).containsExactly("url");
        assertThat(fields(administrator.put(at("/configuration"), Map.of("url", server.url()))))
                .containsExactly("testUrl");
        assertThat(fields(administrator.put(at("/configuration"), wanted(server.url(), "Z"))))
                .containsExactly("form");
        assertThat(fields(administrator.put(at("/configuration/switch"), Map.of())))
                .containsExactly("on");
    }

    @Test
    void isTestedAndSwitchedOn() throws IOException, InterruptedException {

        save(server.url());
        assertThat(administrator.post(at("/configuration/test")).text("/code"))
                .isEqualTo("delivery.test.no-credentials");
        runJobs();

        assertThat(administrator
                        .put(at("/configuration/switch"), Map.of("on", true))
                        .text("/code"))
                .isEqualTo("delivery.switch.no-mock");

        var test = administrator.post(at("/configuration/test"));

        assertThat(test.text("/outcome")).isEqualTo("ACKNOWLEDGED");
        assertThat(test.text("/request")).contains("webhook-signature: v1,********");
        assertThat(operator.get(at("/configuration/test")).text("/diagnosis")).isEqualTo(test.text("/diagnosis"));

        var on = administrator.put(at("/configuration/switch"), Map.of("on", true));

        assertThat(on.body().at("/notificationsOn").asBoolean()).isTrue();
        assertThat(on.body().at("/missing")).isEmpty();
        assertThat(administrator
                        .put(at("/configuration/switch"), Map.of("on", true))
                        .status())
                .as("once more")
                .isEqualTo(200);
        assertThat(administrator
                        .put(at("/configuration/switch"), Map.of("on", false))
                        .body()
                        .at("/notificationsOn")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void tellsWhatWasSent() throws IOException, InterruptedException {

        save(server.url());
        runJobs();
        administrator.post(at("/configuration/test"));

        var sent = operator.get(at("/notifications?env=SANDBOX"));

        assertThat(sent.body().at("/entries")).hasSize(1);
        assertThat(sent.text("/entries/0/notification")).startsWith("msg_");
        assertThat(sent.body().at("/entries/0/attempt/mock").asBoolean()).isTrue();

        var id = sent.text("/entries/0/id");
        assertThat(operator.get(at("/notifications/" + id)).text("/attempt/outcome"))
                .isEqualTo("ACKNOWLEDGED");
        assertThat(as("administrator").get(of(GAME, "/notifications/" + id)).status())
                .isEqualTo(404);
        assertThat(operator.get(at("/notifications?env=SANDBOX&outcome=REFUSED"))
                        .body()
                        .at("/entries"))
                .isEmpty();
        assertThat(operator.get(at("/notifications")).body().at("/entries")).isEmpty();
        assertThat(fields(operator.get(at("/notifications?cursor=page-2")))).containsExactly("cursor");
    }

    @Test
    void renewsAndRevokesKeysWithoutShowingThem() throws IOException, InterruptedException {

        save(server.url());
        runJobs();
        var first = administrator.get(at("/credentials")).text("/current/number");

        assertThat(administrator.post(at("/credentials/revocation")).text("/code"))
                .isEqualTo("credentials.no-old");

        var asked = administrator.post(at("/credentials/requests"), Map.of("message", "Our server was replaced"));

        assertThat(asked.status()).isEqualTo(201);
        assertThat(administrator
                        .get(asked.header("Location").substring("/api/v1".length()))
                        .text("/state"))
                .isEqualTo("IN_PROGRESS");
        assertThat(administrator
                        .post(at("/credentials/requests"), Map.of("message", "again"))
                        .status())
                .isEqualTo(409);
        runJobs();

        var renewed = administrator.get(at("/credentials"));

        assertThat(renewed.text("/current/number")).isEqualTo(asked.text("/number"));
        assertThat(renewed.text("/current/mailedTo")).isEqualTo(mei + "@comet.example");
        assertThat(renewed.text("/replaced/0/number")).isEqualTo(first);
        assertThat(renewed.response().body()).doesNotContainIgnoringCase("passphrase", "appkey", "whsec_");
        assertThat(administrator.post(at("/credentials/mail")).status()).isEqualTo(200);
        assertThat(administrator.post(at("/credentials/revocation")).body().at("/replaced"))
                .isEmpty();
    }

    private Answer save(String url) throws IOException, InterruptedException {
        return administrator.put(at("/configuration"), wanted(url, null));
    }

    private Map<String, Object> wanted(String url, @Nullable String form) {
        var wanted = new HashMap<String, Object>(Map.of("url", url, "testUrl", server.url()));
        if (form != null) {
            wanted.put("form", form);
        }
        return wanted;
    }
}

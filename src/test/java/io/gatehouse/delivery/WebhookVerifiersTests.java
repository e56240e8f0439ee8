package io.gatehouse.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.RawServer;
import io.gatehouse.credentials.Credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A notification as it arrived is accepted by the verifiers of others. Those for Node run where Node and the packages are
 * at hand: {@code npm install --prefix target/node standardwebhooks svix}.
 */
class WebhookVerifiersTests extends DeliveryTest {

    private static final Path NODE_PACKAGES = Path.of("target", "node", "node_modules");

    @Autowired
    private Credentials credentials;

    @ParameterizedTest
    @EnumSource
    void isAcceptedInEveryForm(Form form) {
        var request = notification(form);

        var secret = credentials.webhookSecrets(game).get(0).value();

        assertThatCode(() -> new Webhook(secret).verify(request.body(), lists(request)))
                .doesNotThrowAnyException();
        assertThatCode(() -> new com.svix.Webhook(secret).verify(request.body(), lists(request)))
                .doesNotThrowAnyException();
    }

    @Test
    void isAcceptedWithEitherSecretWhileTwoAreInUse() {
        configure();
        credentials.renew(game, mei, "The old one was shown to somebody");
        runJobs();
        testNotifications.send(game, mei);
        var request = server.requests().get(0);

        var secrets = credentials.webhookSecrets(game);

        assertThat(secrets).hasSize(2);
        assertThat(request.header("webhook-signature").split(" ")).hasSize(2);
        assertThat(secrets)
                .allSatisfy(it -> new Webhook(it.value()).verify(request.body(), lists(request)))
                .allSatisfy(it -> new com.svix.Webhook(it.value()).verify(request.body(), lists(request)));
    }

    @Test
    void isRefusedWhenAnythingInItWasChanged() {
        var request = notification(Form.A);
        var verifier = new Webhook(credentials.webhookSecrets(game).get(0).value());
        var otherId = Map.of(
                "webhook-id", List.of("msg_0"),
                "webhook-timestamp", List.of(request.header("webhook-timestamp")),
                "webhook-signature", List.of(request.header("webhook-signature")));

        assertThatExceptionOfType(WebhookVerificationException.class)
                .isThrownBy(() -> verifier.verify(request.body().replace("out-", "OUT-"), lists(request)));
        assertThatExceptionOfType(WebhookVerificationException.class)
                .isThrownBy(() -> verifier.verify(request.body(), otherId));
    }

    @Test
    void isAcceptedByThePackagesForNode() throws IOException, InterruptedException {
        assumeTrue(
                NODE_PACKAGES.resolve("standardwebhooks").toFile().isDirectory()
                        && NODE_PACKAGES.resolve("svix").toFile().isDirectory(),
                "npm install --prefix target/node standardwebhooks svix");
        var request = notification(Form.C_JSON); // they read what they have verified, and read JSON only
        var input = new ObjectMapper()
                .writeValueAsBytes(Map.of(
                        "secrets",
                        credentials.webhookSecrets(game).stream()
                                .map(it -> it.value())
                                .toList(),
                        "headers",
                        texts(request),
                        "body",
                        request.body()));

        var said = node(input);

        assertThat(said.lines()).containsExactly("standardwebhooks", "refused", "svix", "refused");
    }

    private static String node(byte[] input) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("node", "src/test/resources/delivery/verify.cjs").redirectErrorStream(true);
        builder.environment().put("NODE_PATH", NODE_PACKAGES.toAbsolutePath().toString());
        var node = builder.start();
        try (var out = node.getOutputStream()) {
            out.write(input);
        }
        var said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    /** The latest of two, of which the first is a mock. */
    private RawServer.Request notification(Form form) {
        configure();
        configurations.save(game, server.url(), server.url(), form, mei);
        server.behave((request, out, socket) -> RawServer.ok(out, form.success()));
        testNotifications.send(game, mei);
        notificationSwitch.turnOn(game, mei);
        pay(newOrder());
        hasReceived(1);
        return received().get(0);
    }

    private static Map<String, String> texts(RawServer.Request request) {
        return Map.of(
                "webhook-id", request.header("webhook-id"),
                "webhook-timestamp", request.header("webhook-timestamp"),
                "webhook-signature", request.header("webhook-signature"));
    }

    private static Map<String, List<String>> lists(RawServer.Request request) {
        return Map.of(
                "webhook-id", List.of(request.header("webhook-id")),
                "webhook-timestamp", List.of(request.header("webhook-timestamp")),
                "webhook-signature", List.of(request.header("webhook-signature")));
    }
}

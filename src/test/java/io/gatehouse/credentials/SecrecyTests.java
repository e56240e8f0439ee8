package io.gatehouse.credentials;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.core.Env;
import io.gatehouse.core.Forbidden;
import io.gatehouse.core.IllegalTransition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Credentials … */
class SecrecyTests extends CredentialsTest {

    @Autowired
    Secrets secrets;

    @Test
    void showThePassphraseOnceAndToTheirRequesterOnly() throws IOException {

        issued();
        var credential = repository.findByGame(game).get(0);

        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> credentials.passphrase(game, ARJUN));
        var passphrase = credentials.passphrase(game, MEI);

        assertThat(files(secrets.archive(credential), passphrase))
                .containsKeys("certificate.pem", "private-key.pem", "authority.pem", "keys.txt")
                .hasEntrySatisfying(
                        "keys.txt",
                        it -> assertThat(it)
                                .contains("AppKey: "
                                        + credentials.signing(game, Env.LIVE).value())
                                .contains("Sandbox AppKey: "
                                        + credentials.signing(game, Env.SANDBOX).value())
                                .contains("Webhook secret: "
                                        + credentials
                                                .webhookSecrets(game)
                                                .get(0)
                                                .value()));
        assertThatExceptionOfType(ZipException.class)
                .isThrownBy(() -> files(secrets.archive(credential), passphrase + "x"));
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> credentials.passphrase(game, MEI))
                .satisfies(it -> assertThat(it.code()).isEqualTo("credentials.passphrase-seen"));
    }

    @Test
    void restEncryptedAndOpenInNoOtherRow() {

        var key = issued();
        renewed();
        var rows = repository.findByGame(game);

        assertThat(jdbc.sql("select * from credential where game = :game")
                        .param("game", game.value())
                        .query()
                        .listOfRows())
                .allSatisfy(row -> row.values().stream()
                        .filter(byte[].class::isInstance)
                        .forEach(it -> assertThat(new String((byte[]) it, StandardCharsets.ISO_8859_1))
                                .doesNotContain(key.value(), "PRIVATE KEY", "whsec_")));

        jdbc.sql("""
                update credential set app_key = (select o.app_key from credential o where o.number = :other)
                where number = :number
                """)
                .param("number", rows.get(0).number())
                .param("other", rows.get(1).number())
                .update();

        assertThatIllegalStateException()
                .isThrownBy(() -> credentials.accepted(game, Env.LIVE))
                .withMessageContaining("does not open");
    }

    static Map<String, String> files(byte[] archive, String passphrase) throws IOException {
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), passphrase.toCharArray())) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.isEncrypted()).isTrue();
                files.put(entry.getFileName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}

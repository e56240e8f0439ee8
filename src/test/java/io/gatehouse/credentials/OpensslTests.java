package io.gatehouse.credentials;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.gatehouse.core.AppId;
import io.gatehouse.credentials.CredentialsSettings.Keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** To another implementation, where it is installed, a certificate … */
class OpensslTests {

    private static final AppId GAME = new AppId("wx51b8e20d77c4");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final String STRICT = "-x509_strict";

    @TempDir
    private Path folder;

    @BeforeAll
    static void isInstalled() {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(it -> Files.isExecutable(Path.of(it, "openssl"))),
                "openssl is not installed");
    }

    @ParameterizedTest
    @EnumSource(Keys.class)
    void isValidForBothSidesOfAConnectionAndForNothingElse(Keys keys) throws Exception {
        made(keys);

        assertThat(openssl("verify", STRICT, "-CAfile", "authority.pem", "-purpose", "sslclient", "certificate.pem"))
                .contains("certificate.pem: OK");
        assertThat(openssl("verify", STRICT, "-CAfile", "authority.pem", "-purpose", "sslserver", "certificate.pem"))
                .contains("certificate.pem: OK");
        assertThat(openssl("verify", "-CAfile", "authority.pem", "-purpose", "smimesign", "certificate.pem"))
                .doesNotContain("certificate.pem: OK");
        assertThat(openssl("verify", "-CAfile", "other-authority.pem", "certificate.pem"))
                .doesNotContain("certificate.pem: OK");
    }

    @ParameterizedTest
    @EnumSource(Keys.class)
    void isNoAuthorityAndHasAStrongKeyAndALongSerial(Keys keys) throws Exception {
        made(keys);

        var text = openssl("x509", "-in", "certificate.pem", "-noout", "-text");

        assertThat(text)
                .contains(
                        "CA:FALSE",
                        "Digital Signature",
                        "TLS Web Client Authentication, TLS Web Server Authentication",
                        keys == Keys.RSA ? "Public-Key: (3072 bit)" : "ASN1 OID: prime256v1",
                        keys == Keys.RSA ? "sha256WithRSAEncryption" : "ecdsa-with-SHA256")
                .doesNotContain("Certificate Sign", "CRL Sign");
        var serial =
                openssl("x509", "-in", "certificate.pem", "-noout", "-serial").strip();
        assertThat(serial).matches("serial=[0-9A-F]{32}");
    }

    /** Somebody who was issued one cannot issue others. */
    @ParameterizedTest
    @EnumSource(Keys.class)
    void issuesNoOther(Keys keys) throws Exception {
        var authority = made(keys);
        var pair = Certificates.keyPair(keys);
        var middle = Certificates.endEntity(GAME, pair.getPublic(), authority, Instant.now(), YEAR);
        var forged = Certificates.endEntity(
                new AppId("wx-another"),
                Certificates.keyPair(keys).getPublic(),
                new Authority(middle, pair.getPrivate()),
                Instant.now(),
                YEAR);
        write("middle.pem", Pem.of(middle));
        write("forged.pem", Pem.of(forged));

        assertThat(openssl("verify", "-CAfile", "authority.pem", "-untrusted", "middle.pem", "forged.pem"))
                .contains("error")
                .doesNotContain("forged.pem: OK");
    }

    @ParameterizedTest
    @EnumSource(Keys.class)
    void hasThePrivateKeyThatTravelsWithIt(Keys keys) throws Exception {
        made(keys);

        assertThat(openssl("pkey", "-in", "private-key.pem", "-check", "-noout"))
                .contains("Key is valid");
        assertThat(openssl("pkey", "-in", "private-key.pem", "-pubout"))
                .isEqualTo(openssl("x509", "-in", "certificate.pem", "-pubkey", "-noout"));
    }

    @ParameterizedTest
    @EnumSource(Keys.class)
    void isAskedForOfAnotherOfficeWithAProofOfPossession(Keys keys) throws Exception {
        var request = Certificates.request(GAME, Certificates.keyPair(keys));
        write("request.pem", request);

        assertThat(openssl("req", "-in", "request.pem", "-verify", "-noout")).contains("verify OK");
        assertThat(openssl("req", "-in", "request.pem", "-noout", "-subject")).contains("CN", GAME.value());
    }

    private Authority made(Keys keys) throws IOException {
        var authority = Certificates.authority(Certificates.keyPair(keys), Instant.now(), YEAR.multipliedBy(10));
        var other = Certificates.authority(Certificates.keyPair(keys), Instant.now(), YEAR.multipliedBy(10));
        var pair = Certificates.keyPair(keys);
        write("authority.pem", Pem.of(authority.certificate()));
        write("other-authority.pem", Pem.of(other.certificate()));
        write(
                "certificate.pem",
                Pem.of(Certificates.endEntity(GAME, pair.getPublic(), authority, Instant.now(), YEAR)));
        write("private-key.pem", Pem.of(pair.getPrivate()));
        return authority;
    }

    private void write(String name, String pem) throws IOException {
        Files.writeString(folder.resolve(name), pem);
    }

    private String openssl(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}

package io.gatehouse.credentials;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.gatehouse.core.AppId;
import io.gatehouse.credentials.CredentialsSettings.Keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What a certificate and a key must be, looked at with Java's own means. */
class IssuerTests {

    static final AppId GAME = new AppId("wx51b8e20d77c4");
    static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    static final Duration YEAR = Duration.ofDays(365);

    @ParameterizedTest
    @EnumSource(Keys.class)
    void signsCertificatesThatValidateAndAreNoAuthorities(Keys keys) throws GeneralSecurityException {

        var authority = Certificates.authority(Certificates.keyPair(keys), NOW, Duration.ofDays(3650));
        var pair = Certificates.keyPair(keys);
        var certificate = Certificates.endEntity(GAME, pair.getPublic(), authority, NOW, YEAR);

        assertThatCode(() -> certificate.verify(authority.certificate().getPublicKey()))
                .doesNotThrowAnyException();
        var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate));
        var trust = new PKIXParameters(Set.of(new TrustAnchor(authority.certificate(), null)));
        trust.setRevocationEnabled(false);
        trust.setDate(Date.from(NOW));
        assertThatCode(() -> CertPathValidator.getInstance("PKIX").validate(path, trust))
                .doesNotThrowAnyException();
        assertThat(authority.certificate().getBasicConstraints()).isZero();
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertThat(certificate.getExtendedKeyUsage()).contains("1.3.6.1.5.5.7.3.2");
        assertThat(certificate.getKeyUsage()[0]).isTrue();
        assertThat(certificate.getKeyUsage()[5]).isFalse();
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=wx51b8e20d77c4");
        assertThat(certificate.getNotAfter().toInstant()).isEqualTo(NOW.plus(YEAR));
        if (keys == Keys.RSA) {
            assertThat(((RSAPublicKey) certificate.getPublicKey()).getModulus().bitLength())
                    .isEqualTo(3072);
        } else {
            assertThat(((ECPublicKey) certificate.getPublicKey())
                            .getParams()
                            .getOrder()
                            .bitLength())
                    .isEqualTo(256);
        }
    }

    @Test
    void neverUsesASerialTwice() {

        assertThat(Stream.generate(Randoms::serial).limit(10_000))
                .doesNotHaveDuplicates()
                .allMatch(it -> it.signum() > 0 && it.bitLength() == 128);
    }

    @Test
    void handsOutThePrivateKeyOfTheCertificate() throws GeneralSecurityException {

        var pair = Certificates.keyPair(Keys.P256);

        var read = Pem.privateKey(Pem.of(pair.getPrivate()));

        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(read);
        signature.update(new byte[] {1, 2, 3});
        var signed = signature.sign();
        signature.initVerify(pair.getPublic());
        signature.update(new byte[] {1, 2, 3});
        assertThat(signature.verify(signed)).isTrue();
    }

    @RepeatedTest(20)
    void makesAppKeysByTheRule() {
        assertThat(AppKey.random().value())
                .matches("[A-Za-z0-9]{32}")
                .matches(".*[0-9].*")
                .matches(".*[A-Z].*")
                .matches(".*[a-z].*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12345",
                "abcdefghijklmnopqrstuvwxyz123456",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ123456",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcd1_"
            })
    void refusesAppKeysOutsideTheRuleWithoutSayingThem(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AppKey(text))
                .withMessage("An AppKey has 32 letters and digits, of every kind at least one");
    }

    @Test
    void neverWritesSecretsIntoTexts() {
        assertThat(AppKey.random()).hasToString("********");
        assertThat(WebhookSecret.random()).hasToString("********");
        assertThat(WebhookSecret.random().value()).matches("whsec_[A-Za-z0-9+/]{43}=");
    }

    @Test
    void asksAnotherOfficeWithAProofOfPossession() throws GeneralSecurityException {

        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(3072);

        var request = Certificates.request(GAME, generator.generateKeyPair());

        assertThat(request).startsWith("-----BEGIN CERTIFICATE REQUEST-----\n");
    }
}

package io.gatehouse.sandbox;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.stream.Stream;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The toy superapp's own certificate office, for a Gatehouse that does not issue by itself. */
@Component
@Profile("sandbox")
class ToyCertificates {

    private static final Duration VALID = Duration.ofDays(365);

    private final Clock clock;

    ToyCertificates(Clock clock) {
        this.clock = clock;
    }

    Map<String, Object> issue(String appId) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            var pair = generator.generateKeyPair();
            var serial = new BigInteger(127, new SecureRandom());
            var until = clock.instant().plus(VALID);
            var office = new X500Name("CN=Toy superapp");
            var certificate = new JcaX509v3CertificateBuilder(
                            office,
                            serial,
                            Date.from(clock.instant()),
                            Date.from(until),
                            new X500Name("CN=" + appId),
                            pair.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
            return Map.of(
                    "certificatePem", pem(certificate),
                    "privateKeyPem", pem(pair.getPrivate()),
                    "serialNo", serial.toString(16),
                    "appKey", appKey(),
                    "validTo", until.toString());
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("The toy certificate office cannot issue for " + appId, e);
        }
    }

    private static String appKey() {
        return Stream.generate(() -> ToyCrypto.random(32))
                .filter(it -> it.matches("(?=.*\\d)(?=.*[A-Z])(?=.*[a-z]).*"))
                .findFirst()
                .orElseThrow();
    }

    private static String pem(Object object) throws IOException {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString();
    }
}

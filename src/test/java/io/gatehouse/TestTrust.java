package io.gatehouse;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A certificate authority that exists during a test run only: the application under test trusts it and no other. */
public class TestTrust {

    private static final char[] PASSWORD = "for one test run".toCharArray();
    private static final X500Name AUTHORITY = new X500Name("CN=Test authority");
    private static final KeyPair AUTHORITY_KEY = keyPair();

    private TestTrust() {}

    /** What a client has that trusts the authority. */
    public static SSLContext trusting() {
        try {
            var store = emptyStore();
            store.setCertificateEntry(
                    "authority", certificate(AUTHORITY, AUTHORITY_KEY, AUTHORITY_KEY, Instant.now(), true, ""));
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a server has whose certificate is valid for that host. */
    public static SSLContext server(String host) {
        return server(host, AUTHORITY_KEY, Instant.now());
    }

    /** One whose certificate was valid until yesterday. */
    public static SSLContext expired(String host) {
        return server(host, AUTHORITY_KEY, Instant.now().minus(Duration.ofDays(3)));
    }

    /** One whose certificate nobody knows the authority of. */
    public static SSLContext unknown(String host) {
        return server(host, keyPair(), Instant.now());
    }

    private static SSLContext server(String host, KeyPair signer, Instant from) {
        try {
            var key = keyPair();
            var certificate = certificate(new X500Name("CN=server"), key, signer, from, false, host);
            var store = emptyStore();
            store.setKeyEntry("server", key.getPrivate(), PASSWORD, new X509Certificate[] {certificate});
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, PASSWORD);
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        return store;
    }

    private static X509Certificate certificate(
            X500Name subject, KeyPair key, KeyPair signer, Instant from, boolean authority, String host)
            throws GeneralSecurityException, IOException {
        var builder = new JcaX509v3CertificateBuilder(
                        AUTHORITY,
                        new BigInteger(64, new SecureRandom()),
                        Date.from(from.minus(Duration.ofHours(1))),
                        Date.from(from.plus(Duration.ofDays(2))),
                        subject,
                        key.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        if (!host.isEmpty()) {
            var kind = Character.isDigit(host.charAt(0)) ? GeneralName.iPAddress : GeneralName.dNSName;
            builder.addExtension(
                    Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(kind, host)));
        }
        try {
            var sign = new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(sign));
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        @Primary
        SSLContext testTrust() {
            return trusting();
        }
    }
}

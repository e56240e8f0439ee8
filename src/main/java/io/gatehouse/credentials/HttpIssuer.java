package io.gatehouse.credentials;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import io.gatehouse.core.AppId;
import io.gatehouse.superapp.BackendAnswer;
import io.gatehouse.superapp.SuperappBackend;

/**
 * Has the superapp's own certificate office issue. A signing request goes along, so that an office that signs requests
 * never sees the private key; one that makes keys itself answers with the private key.
 */
@Component
@ConditionalOnProperty(name = "gatehouse.credentials.issuer", havingValue = "http")
class HttpIssuer implements CredentialIssuer {

    private static final String PATH = "/payment/credentials";

    private final SuperappBackend backend;
    private final CredentialsSettings settings;

    HttpIssuer(SuperappBackend backend, CredentialsSettings settings) {
        this.backend = backend;
        this.settings = settings;
    }

    @Override
    public Issued issue(AppId game, String number, boolean renewal) {
        var pair = Certificates.keyPair(settings.keys());
        var body = new LinkedHashMap<String, Object>();
        body.put("miniAppId", game.value());
        body.put("requestNo", number);
        body.put("purpose", renewal ? "ROTATE" : "FIRST");
        body.put("csrPem", Certificates.request(game, pair));
        var answer = backend.post(PATH, null, body);
        if (!answer.isDone()) {
            throw new NotIssued((answer.code() + " " + answer.message()).strip(), null);
        }
        return read(answer, pair);
    }

    private static Issued read(BackendAnswer answer, KeyPair pair) {
        try {
            var certificate = Pem.certificate(answer.text("certificatePem"));
            return new Issued(
                    certificate,
                    answer.text("authorityPem"),
                    privateKey(answer, certificate, pair),
                    new AppKey(answer.text("appKey")));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new NotIssued("the superapp's answer holds no usable certificate, private key or AppKey", e);
        }
    }

    private static String privateKey(BackendAnswer answer, X509Certificate certificate, KeyPair pair)
            throws GeneralSecurityException {
        if (certificate.getPublicKey().equals(pair.getPublic())) {
            return Pem.of(pair.getPrivate());
        }
        var theirs = answer.text("privateKeyPem");
        return Pem.of(Pem.privateKey(theirs));
    }
}

package io.gatehouse.sandbox;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Profile;

/**
 * What the toy superapp knows of Gatehouse.
 *
 * @param address where Gatehouse listens, without a slash at the end
 * @param secretKey the key of TC-Signature, 32 characters
 * @param aesKey the key its callbacks are encrypted with, 32 characters
 * @param privateKey the key its callbacks are signed with, PKCS#8 in base64
 */
@Profile("sandbox")
@ConfigurationProperties("gatehouse.sandbox")
record ToySettings(String address, String applicationId, String secretKey, String aesKey, String privateKey) {

    PrivateKey signingKey() {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("gatehouse.sandbox.private-key is no RSA key in PKCS#8", e);
        }
    }

    @Override
    public String toString() {
        return "ToySettings[address=%s, secrets=********]".formatted(address);
    }
}

package io.gatehouse.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;

/** The signature of the superapp's callbacks: RSA-SHA256 in base64 over {@code timestamp\nnonce\nbody\n}. */
public final class CallbackSignature {

    private static final String ALGORITHM = "SHA256withRSA";

    private CallbackSignature() {}

    public static String sign(PrivateKey key, String timestamp, String nonce, String body) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(signed(timestamp, nonce, body));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it was made with the private key to that public key; what is no signature at all is not. */
    public static boolean verify(PublicKey key, String timestamp, String nonce, String body, String given) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(signed(timestamp, nonce, body));
            return signature.verify(Base64.getDecoder().decode(given));
        } catch (SignatureException | IllegalArgumentException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] signed(String timestamp, String nonce, String body) {
        return (timestamp + "\n" + nonce + "\n" + body + "\n").getBytes(StandardCharsets.UTF_8);
    }
}

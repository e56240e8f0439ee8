package io.gatehouse.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The encrypted resource of a callback: AES-256-GCM, key and nonce as text, the result in base64. */
public final class ResourceCipher {

    private static final int KEY_BYTES = 32;
    private static final int TAG_BITS = 128;

    private ResourceCipher() {}

    /** @param nonce 12 bytes of text, never used twice with the same key */
    public static String encrypt(String key, String nonce, String associatedData, String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(cipher(Cipher.ENCRYPT_MODE, key, nonce, associatedData)
                            .doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws Undecipherable unless exactly this was encrypted with exactly this key, nonce and associated data */
    public static String decrypt(String key, String nonce, String associatedData, String ciphertext) {
        try {
            var bytes = cipher(Cipher.DECRYPT_MODE, key, nonce, associatedData)
                    .doFinal(Base64.getDecoder().decode(ciphertext));
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (AEADBadTagException | IllegalArgumentException e) {
            throw new Undecipherable(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cipher cipher(int mode, String key, String nonce, String associatedData)
            throws GeneralSecurityException {
        var bytes = key.getBytes(StandardCharsets.UTF_8);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException("The AES key of callbacks must have 32 bytes");
        }
        var iv = nonce.getBytes(StandardCharsets.UTF_8);
        if (iv.length != 12) {
            throw new IllegalArgumentException("A nonce has 12 bytes");
        }
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(bytes, "AES"), new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(associatedData.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** A resource that was not encrypted for us, or was changed on its way. */
    public static class Undecipherable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Undecipherable(Throwable cause) {
            super("The encrypted resource cannot be deciphered", cause);
        }
    }
}

package io.gatehouse.core;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * Encrypts what must rest in the database: AES-256-GCM under a key that is kept outside it. Every secret is bound to its
 * place, so that a ciphertext moved to another row opens nowhere.
 */
public class Safe {

    static final int KEY_BYTES = 32;

    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String MARK = "HmacSHA256";

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    /** @param key 32 bytes */
    public Safe(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("The key of the safe must have 32 bytes");
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    /** @param place where it will rest: whose it is, in which row, and its name there */
    public byte[] seal(byte[] secret, String place) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(secret);
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(FORMAT)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] seal(String secret, String place) {
        return seal(secret.getBytes(StandardCharsets.UTF_8), place);
    }

    /** @throws DoesNotOpen if it was not sealed here, with this key, for this place */
    public byte[] open(byte[] sealed, String place) {
        if (sealed.length < 1 + NONCE_BYTES || sealed[0] != FORMAT) {
            throw new DoesNotOpen(place, null);
        }
        try {
            var nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, nonce, place)
                    .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw new DoesNotOpen(place, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws DoesNotOpen as {@link #open} */
    public String openText(byte[] sealed, String place) {
        return new String(open(sealed, place), StandardCharsets.UTF_8);
    }

    /**
     * What nobody but us can write beside a text, to know it again as ours.
     *
     * @param purpose what for: a mark made for one purpose is none for another
     */
    public String mark(String text, String purpose) {
        var ofPurpose = hmac(key, purpose);
        var mark = hmac(new SecretKeySpec(ofPurpose, MARK), text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mark);
    }

    private static byte[] hmac(SecretKey key, String text) {
        try {
            var mac = Mac.getInstance(MARK);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** Another key than the one it was sealed with, or it was moved or changed. */
    public static class DoesNotOpen extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        DoesNotOpen(String place, @Nullable Throwable cause) {
            super(
                    "The secret at %s does not open: another gatehouse.secrets.key, or it was moved or changed"
                            .formatted(place),
                    cause);
        }
    }
}

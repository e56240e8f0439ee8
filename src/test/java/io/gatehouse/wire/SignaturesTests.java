package io.gatehouse.wire;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What the published vectors leave open. */
class SignaturesTests {

    /** The example secret, message and signature of the Standard Webhooks specification's reference libraries. */
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String BODY = "{\"test\": 2432232314}";
    private static final long AT = 1614265330;
    private static final String KEY = "0123456789abcdefABCDEF0123456789";

    @ParameterizedTest
    @CsvSource({
        "c37809,C37809,true",
        "c37809,c37809,true",
        "c37809,c37808,false",
        "c37809,c3780,false",
        "c37809,'',false"
    })
    void compareHexWithoutRegardToCase(String expected, String given, boolean same) {
        assertThat(Signatures.matches(expected, given)).isEqualTo(same);
    }

    @Test
    void ofTheSuperappNeedAKeyOf32Bytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> Signatures.tcSignature("short", "1735293931220"));
    }

    @Test
    void ofAWebhookAreThoseOfTheReferenceLibraries() {
        assertThat(StandardWebhooks.sign(ID, AT, BODY, List.of(SECRET)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void ofAWebhookAreTwoWhileTwoSecretsOverlap() {

        var older = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";

        var headers = StandardWebhooks.headers(ID, Instant.ofEpochSecond(AT), BODY, List.of(SECRET, older));

        assertThat(headers).containsEntry("webhook-id", ID).containsEntry("webhook-timestamp", "1614265330");
        assertThat(headers.get("webhook-signature")).matches("v1,\\S{44} v1,\\S{44}");
        assertThat(List.of(SECRET, older))
                .allMatch(it -> StandardWebhooks.verify(
                        ID, AT, BODY, headers.get("webhook-signature"), it, Instant.ofEpochSecond(AT)));
    }

    @ParameterizedTest
    @CsvSource({"0,true", "300,true", "-300,true", "301,false", "-301,false"})
    void ofAWebhookAreRefusedWhenTheirTimeIsFarAway(long seconds, boolean accepted) {

        var signature = StandardWebhooks.sign(ID, AT, BODY, List.of(SECRET));

        assertThat(StandardWebhooks.verify(ID, AT, BODY, signature, SECRET, Instant.ofEpochSecond(AT + seconds)))
                .isEqualTo(accepted);
    }

    @Test
    void ofCallbacksHoldForExactlyWhatWasSigned() throws GeneralSecurityException {

        var keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();

        var signature = CallbackSignature.sign(keys.getPrivate(), "1735293931220", "n-1", BODY);

        assertThat(CallbackSignature.verify(keys.getPublic(), "1735293931220", "n-1", BODY, signature))
                .isTrue();
        assertThat(CallbackSignature.verify(keys.getPublic(), "1735293931221", "n-1", BODY, signature))
                .isFalse();
        assertThat(CallbackSignature.verify(keys.getPublic(), "1735293931220", "n-2", BODY, signature))
                .isFalse();
        assertThat(CallbackSignature.verify(keys.getPublic(), "1735293931220", "n-1", "{}", signature))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no base64 at all", "AAAA"})
    void ofCallbacksAreRefusedWhenTheyAreNone(String given) throws GeneralSecurityException {

        var keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();

        assertThat(CallbackSignature.verify(keys.getPublic(), "1735293931220", "n-1", BODY, given))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"transaction,abcdef012346", "refund,abcdef012345"})
    void doNotDecipherUnderAnotherNonceOrName(String associatedData, String nonce) {

        var encrypted = ResourceCipher.encrypt(KEY, "abcdef012345", "transaction", BODY);

        assertThatExceptionOfType(ResourceCipher.Undecipherable.class)
                .isThrownBy(() -> ResourceCipher.decrypt(KEY, nonce, associatedData, encrypted));
    }
}

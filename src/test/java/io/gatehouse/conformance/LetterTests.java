package io.gatehouse.conformance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.gatehouse.core.InvalidValue;
import io.gatehouse.wire.Signatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** An opened letter … */
class LetterTests {

    private static final String PAYLOAD =
            "{\\\"OpenId\\\":\\\"mei\\\",\\\"Env\\\":1,\\\"GoodsInfo\\\":{\\\"Quantity\\\":2}}";
    private static final String BODY = "{\"Event\":\"sold\",\"Payload\":\"" + PAYLOAD + "\",\"PayEventSig\":\"00aa\"}";
    private static final String IN_PARTS =
            "{\"Event\":\"sold\",\"MiniGame\":{\"Payload\":\"" + PAYLOAD + "\",\"PayEventSig\":\"00aa\"}}";

    @ParameterizedTest
    @ValueSource(strings = {BODY, IN_PARTS})
    void namesTheFieldsOfItsPayload(String body) {

        var letter = Letter.open(body);

        assertThat(letter.fields())
                .containsEntry("OpenId", "mei")
                .containsEntry("Env", "1")
                .containsEntry("GoodsInfo.Quantity", "2")
                .hasSize(3);
        assertThat(letter.env()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {BODY, IN_PARTS})
    void isSignedAnewWhenAFieldChanges(String body) {

        var changed = Letter.open(body).withField("GoodsInfo.Quantity", "3", "key");

        var payload = "{\"OpenId\":\"mei\",\"Env\":1,\"GoodsInfo\":{\"Quantity\":3}}";
        assertThat(changed)
                .contains(payload.replace("\"", "\\\""))
                .contains(Signatures.payEventSig("key", "sold", payload));
    }

    @Test
    void keepsItsPayloadWhenOnlyTheKeyChanges() {

        var signed = Letter.open(BODY).signedWith("other");

        assertThat(signed)
                .contains(PAYLOAD)
                .contains(Signatures.payEventSig("other", "sold", PAYLOAD.replace("\\\"", "\"")));
    }

    @Test
    void differsInOneByteOnly() {

        var changed = Letter.open(BODY).withAnotherByteAt(2);

        assertThat(changed).isEqualTo(BODY.replaceFirst("Event", "Fvent"));
        assertThat(Letter.open(BODY).withAnotherByteAt(999_999))
                .hasSameSizeAs(BODY)
                .isNotEqualTo(BODY);
    }

    @Test
    void refusesAFieldThatItDoesNotHave() {

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> Letter.open(BODY).withField("GoodsInfo.Colour", "red", "key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<xml/>", "[]", "{\"Payload\":\"no json\"}"})
    void isEmptyWhenItIsNoLetter(String body) {

        var letter = Letter.open(body);

        assertThat(letter.env()).isZero();
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> letter.withField("OpenId", "tao", "key"));
    }
}

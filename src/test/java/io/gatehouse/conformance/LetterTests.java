package io.gatehouse.conformance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.gatehouse.core.InvalidValue;
import io.gatehouse.wire.Signatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

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
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> Letter.open(BODY).withAnotherByteAt(999_999));
    }

    @Test
    void staysInItsNotation() {
        var xml = "<xml><Event>sold</Event><MiniGame><Payload>{\"Attach\":\"a&amp;b\"}</Payload>"
                + "<PayEventSig>00aa</PayEventSig><IsMock>false</IsMock></MiniGame></xml>";

        var changed = Letter.open(xml).withField("Attach", "<c>", "key");

        assertThat(Letter.open(xml).fields()).containsExactly(entry("Attach", "a&b"));
        assertThat(changed)
                .isEqualTo(
                        "<xml><Event>sold</Event><MiniGame><Payload>{\"Attach\":\"&lt;c&gt;\"}</Payload><PayEventSig>"
                                + Signatures.payEventSig("key", "sold", "{\"Attach\":\"<c>\"}")
                                + "</PayEventSig><IsMock>false</IsMock></MiniGame></xml>");
        assertThat(Letter.open(xml).asMock()).contains("<IsMock>true</IsMock>");
    }

    @Test
    void tellsEverythingInItsEnvelopeIfItHasNoPayload() {
        var flat = Letter.open("{\"Event\":\"sold\",\"OpenId\":\"mei\",\"Env\":1}");

        assertThat(flat.isSigned()).isFalse();
        assertThat(flat.withField("OpenId", "tao", "key"))
                .isEqualTo("{\"Event\":\"sold\",\"OpenId\":\"tao\",\"Env\":1}");
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> flat.signedWith("key"));
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

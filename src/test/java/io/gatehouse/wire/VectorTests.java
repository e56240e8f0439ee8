package io.gatehouse.wire;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The published test vectors, every one that names a function of ours. */
class VectorTests {

    /** The superapp's user endpoints and the push channel's check, which Gatehouse does not offer. */
    private static final Set<String> NOT_OURS = Set.of("email", "push url check");

    static Stream<Arguments> vectors() throws IOException {
        try (var file = VectorTests.class.getResourceAsStream("/vectors.json")) {
            var all = new ObjectMapper().readTree(Objects.requireNonNull(file));
            return StreamSupport.stream(all.spliterator(), false)
                    .filter(it -> !NOT_OURS.contains(it.get("fn").asText()))
                    .map(it -> Arguments.of(it.get("id").asText(), it))
                    .toList()
                    .stream();
        }
    }

    @Test
    void areAllThere() throws IOException {
        assertThat(vectors()).hasSize(23);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void holds(String id, JsonNode vector) {
        assertThat(result(vector)).isEqualTo(vector.get("expect").asText());
    }

    private static String result(JsonNode vector) {
        var key = vector.get("key").asText();
        var message = vector.get("message").asText();
        var amp = message.indexOf('&');
        return switch (vector.get("fn").asText()) {
            case "paySig" -> purchase(key, message.substring(0, amp), message.substring(amp + 1));
            case "pay_sig" -> Signatures.serverPaySig(key, message.substring(0, amp), message.substring(amp + 1));
            case "signature" -> Signatures.userSignature(key, message);
            case "PayEventSig" -> Signatures.payEventSig(key, message.substring(0, amp), message.substring(amp + 1));
            case "TC-Signature", "TC-OpenId" -> Signatures.tcSignature(key, message);
            case "resource" -> resource(vector, key, message);
            default -> throw new AssertionError("No function for " + vector);
        };
    }

    private static String purchase(String key, String method, String signData) {
        return method.equals(Signatures.PURCHASE_METHOD)
                ? Signatures.paySig(key, signData)
                : Signatures.paySig(key, method, signData);
    }

    private static String resource(JsonNode vector, String key, String message) {
        var nonce = vector.get("nonce").asText();
        var associatedData = vector.get("aad").asText();
        var encrypted = ResourceCipher.encrypt(key, nonce, associatedData, message);
        assertThat(ResourceCipher.decrypt(key, nonce, associatedData, encrypted))
                .isEqualTo(message);
        return encrypted;
    }
}

package io.gatehouse.sandbox;

import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What went over the wire … */
class ToyTextTests {

    private final ToyText text = new ToyText(new ObjectMapper());

    @Test
    void isLaidOutLineByLine() {
        assertThat(text.laidOut("{\"returnCode\":\"0\",\"data\":{\"no\":1}}"))
                .isEqualToNormalizingNewlines("{\n  \"returnCode\" : \"0\",\n  \"data\" : {\n    \"no\" : 1\n  }\n}");
        assertThat(text.laidOut(Map.of("refund_no", "RF-1")))
                .isEqualToNormalizingNewlines("{\n  \"refund_no\" : \"RF-1\"\n}");
    }

    @Test
    void showsTheJsonWithinItsTextsToo() {
        assertThat(text.laidOut("{\"Event\":\"e\",\"Payload\":\"{\\\"OpenId\\\":\\\"o\\\"}\"}"))
                .endsWithIgnoringCase("Payload:\n{\n  \"OpenId\" : \"o\"\n}")
                .contains("\"Payload\" : \"{\\\"OpenId\\\"");
    }

    @Test
    void staysAsItIsIfItIsNoJson() {
        assertThat(text.laidOut("<xml>1</xml>")).isEqualTo("<xml>1</xml>");
        assertThat(text.laidOut("{\"cut\":\"of")).isEqualTo("{\"cut\":\"of");
        assertThat(text.laidOut("")).isEmpty();
    }
}

package io.gatehouse.conformance;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A contrast … */
class ContrastTests {

    /** What differs, in brackets. */
    private static String text(List<Contrast.Part> parts) {
        return parts.stream()
                .map(it -> it.differs() ? "[" + it.text() + "]" : it.text())
                .collect(Collectors.joining());
    }

    @Test
    void marksTheWordsThatDifferAndNoOthers() {

        var contrast = Contrast.of(
                "{\"OpenId\":\"mei\",\"Env\":1,\"Sig\":\"aa11…01\"}",
                "{\"OpenId\":\"tao\",\"Env\":1,\"Sig\":\"bb22…02\"}");

        assertThat(text(contrast.left())).isEqualTo("{\"OpenId\":\"[mei]\",\"Env\":1,\"Sig\":\"[aa11]…[01]\"}");
        assertThat(text(contrast.right())).isEqualTo("{\"OpenId\":\"[tao]\",\"Env\":1,\"Sig\":\"[bb22]…[02]\"}");
    }

    @Test
    void marksWhatOnlyOneSideHas() {

        var contrast = Contrast.of("HTTP 200\n\nok", "HTTP 200\n\n");

        assertThat(text(contrast.left())).isEqualTo("HTTP 200\n\n[ok]");
        assertThat(text(contrast.right())).isEqualTo("HTTP 200\n\n");
    }

    @Test
    void marksNothingInEqualTexts() {

        var contrast = Contrast.of("同じ\r\n文", "同じ\r\n文");

        assertThat(contrast.left()).isEqualTo(contrast.right()).noneMatch(Contrast.Part::differs);
    }

    @Test
    void marksVeryLongTextsAsAWhole() {

        var contrast = Contrast.of("a,".repeat(5000), "b");

        assertThat(contrast.left()).singleElement().returns(true, Contrast.Part::differs);
    }
}

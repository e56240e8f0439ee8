package io.gatehouse.core;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Foreign text … */
class ForeignTextTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"returnCode\":\"0\"}\r\n\t", "发货成功", "Größe ÷ 2", "👾 ok", "עברית"})
    void isLeftAsItIsWhenItShowsWhatItIs(String text) {

        assertThat(ForeignText.plain(text)).isSameAs(text);
    }

    @Test
    void hasAMarkWhereItWouldSteerATerminalOrTurnTheReadingRound() {

        assertThat(ForeignText.plain("a\0b\u001b[2Jc\u009bd\u202ee\u2066f\u200fg\u061ch"))
                .isEqualTo("a\ufffdb\ufffd[2Jc\ufffdd\ufffde\ufffdf\ufffdg\ufffdh");
    }

    @Test
    void hasAMarkWhereHalfALetterIsMissing() {

        assertThat(ForeignText.plain("\ud83d and \udc7e and 👾\ud83d")).isEqualTo("\ufffd and \ufffd and 👾\ufffd");
    }
}

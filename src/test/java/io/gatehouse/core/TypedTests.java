package io.gatehouse.core;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a person typed … */
class TypedTests {

    @Test
    void hasOneKindOfLineEnd() {

        assertThat(Typed.text("message", " one\r\ntwo\rthree\u2028four \n")).isEqualTo("one\ntwo\nthree\nfour");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>", "שלום", "مرحبا\u200f", "👨‍👩‍👧", "a\tb"})
    void isKeptAsItIs(String typed) {

        assertThat(Typed.text("message", typed)).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\u001b[2Jb", "gpj.\u202eexe", "a\u2066b"})
    void showsNothingButItself(String typed) {

        var refusal = catchThrowableOfType(InvalidValue.class, () -> Typed.text("message", typed));

        assertThat(refusal.field()).isEqualTo("message");
        assertThat(refusal.code()).isEqualTo("text.sly");
    }

    @Test
    void isAsLongAsAPersonCounts() {

        assertThat(Typed.length("a👾b")).isEqualTo(3);
    }
}

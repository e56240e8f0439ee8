package io.gatehouse.conformance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.gatehouse.core.InvalidValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A change … */
class ChangeTests {

    @ParameterizedTest
    @CsvSource({
        "FIELD, '', mei, laboratory.field",
        "BYTE, second, '', laboratory.position",
        "BYTE, -1, '', laboratory.position",
        "KEY, '', ANOTHER, laboratory.key",
        "FORM, '', B, laboratory.form",
        "TIMESTAMP, '', soon, laboratory.seconds",
        "HEADER, 'webhook id', 1, laboratory.header",
        "HEADER, Content-Length, 1, laboratory.header-of-connection",
        "HEADER, transfer-encoding, chunked, laboratory.header-of-connection",
        "HEADER, proxy-authorization, x, laboratory.header-of-connection",
        "HEADER, webhook-id, 宝箱, laboratory.header-value"
    })
    void isRefusedWhereItMakesNoSense(Change.Kind kind, String subject, String value, String code) {

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new Change(kind, subject, value))
                .withMessageContaining(code);
    }

    @Test
    void cannotSmuggleASecondHeaderIn() {

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new Change(Change.Kind.HEADER, "webhook-id", "1\r\nhost: elsewhere"));
    }

    @Test
    void ofNothingHasNeitherSubjectNorValue() {

        assertThat(new Change(Change.Kind.NOTHING, "OpenId", "mei")).isEqualTo(new Change(Change.Kind.NOTHING, "", ""));
    }
}

package io.gatehouse.outbound;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.gatehouse.core.InvalidValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A URL … */
class EndpointUrlTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://pay.lanterndrift.example",
                "http://pay.lanterndrift.example:80/deliver",
                "https://pay.lanterndrift.example:443/gh/deliver?a=1&b=%20",
                "HTTPS://Pay.LanternDrift.Example/x",
                "https://93.184.215.14/x",
                "https://[2606:4700::1111]/x",
                "  https://pay.lanterndrift.example/x  "
            })
    void isTakenWhenItKeepsTheRules(String url) {

        assertThat(EndpointUrl.parse("url", url, false).toString()).isEqualTo(url.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                   | outbound.url.missing
            ftp://h.example/x                    | outbound.url.scheme
            h.example/x                          | outbound.url.scheme
            javascript:alert(1)                  | outbound.url.scheme
            file:///etc/passwd                   | outbound.url.scheme
            https:h.example                      | outbound.url.not-a-url
            https:///x                           | outbound.url.not-a-url
            https://h.example/a b                | outbound.url.not-a-url
            https://h.example:8443/x             | outbound.url.port
            http://h.example:443/x               | outbound.url.port
            https://h.example:80/x               | outbound.url.port
            https://h.example:0/x                | outbound.url.port
            https://h.example:/x                 | outbound.url.port
            https://127.0.0.1:8080/x             | outbound.url.port
            https://me@h.example/x               | outbound.url.user-info
            https://me:secret@h.example/x        | outbound.url.user-info
            https://h.example@evil.example/x     | outbound.url.user-info
            https://h.example/x#part             | outbound.url.fragment
            https://h.example/#                  | outbound.url.fragment
            https://2130706433/x                 | outbound.url.host
            https://0x7f000001/x                 | outbound.url.host
            https://0x7f.0.0.1/x                 | outbound.url.host
            https://0177.0.0.1/x                 | outbound.url.host
            https://127.1/x                      | outbound.url.host
            https://127.0.1/x                    | outbound.url.host
            https://256.0.0.1/x                  | outbound.url.host
            https://1.2.3.4.5/x                  | outbound.url.host
            https://127.0.0.0x1/x                | outbound.url.host
            https://h.example./x                 | outbound.url.host
            https://localhost./x                 | outbound.url.host
            https://127.0.0.1./x                 | outbound.url.host
            https://１２７.０.０.１/x               | outbound.url.host
            https://bücher.example/x             | outbound.url.host
            https://[fe80::1%25eth0]/x           | outbound.url.host
            https://-h.example/x                 | outbound.url.host
            https://h..example/x                 | outbound.url.host
            https://h_example:x/x                | outbound.url.host
            https://h.example\\@127.0.0.1/x       | outbound.url.not-a-url
            https://127.0.0.1\\.h.example/x      | outbound.url.not-a-url
            https://h.example:443@127.0.0.1/x    | outbound.url.user-info
            https://:@127.0.0.1/x                | outbound.url.user-info
            https://127.0.0.1:443#@h.example/    | outbound.url.fragment
            https:///127.0.0.1/x                 | outbound.url.not-a-url
            https:/127.0.0.1/x                   | outbound.url.not-a-url
            //127.0.0.1/x                        | outbound.url.scheme
            gopher://127.0.0.1:70/_x             | outbound.url.scheme
            jar:http://127.0.0.1!/x              | outbound.url.scheme
            https://h.example:443443/x           | outbound.url.port
            https://h.example:-1/x               | outbound.url.host
            https://h.example:٤٤٣/x              | outbound.url.host
            https://[::1/x                       | outbound.url.not-a-url
            https://[v1.fe80::a+en1]/x           | outbound.url.not-a-url
            """)
    void isRefusedByTheRuleItBreaks(String url, String code) {

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> EndpointUrl.parse("testUrl", url, false))
                .satisfies(it -> assertThat(it.code()).isEqualTo(code))
                .satisfies(it -> assertThat(it.field()).isEqualTo("testUrl"));
    }

    @Test
    void hasAtMost512Characters() {

        var longest = "https://h.example/" + "x".repeat(512 - 18);

        assertThat(EndpointUrl.parse("url", longest, false).uri()).isNotNull();
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> EndpointUrl.parse("url", longest + "x", false))
                .satisfies(it -> assertThat(it.arguments()).containsExactly(513, 512));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080/x", "http://127.0.0.1:9/x", "http://[::1]:65535/x"})
    void ofThisMachineHasAnyPortInTheSandboxOnly(String url) {

        assertThat(EndpointUrl.parse("url", url, true).uri()).isNotNull();
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> EndpointUrl.parse("url", url, false));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> EndpointUrl.parse("url", "http://h.example:8080/", true));
    }

    @Test
    void knowsItsPortHostAndTarget() {

        var v6 = EndpointUrl.parse("url", "https://[2606:4700::1111]", false);

        assertThat(v6.host()).isEqualTo("2606:4700::1111");
        assertThat(v6.port()).isEqualTo(443);
        assertThat(v6.target()).isEqualTo("/");
        assertThat(v6.isEncrypted()).isTrue();
    }
}

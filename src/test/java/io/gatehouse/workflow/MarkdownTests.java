package io.gatehouse.workflow;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What people wrote, in the Markdown of a form, … */
class MarkdownTests {

    @ParameterizedTest
    @CsvSource({
        "Season start, Season start",
        "1. one, 1\\. one",
        "www.evil.example, www\\.evil\\.example",
        "https://evil.example/x, https\\:\\/\\/evil\\.example\\/x",
        "me@evil.example, me\\@evil\\.example",
        "a &lt; b, a \\&lt\\; b",
        "see {{link}} now, see \\{\\{link\\}\\} now"
    })
    void isNoListNoLinkAndNoPlaceOfTheForm(String written, String markdown) {

        assertThat(Markdown.line(written)).isEqualTo(markdown);
    }

    @Test
    void staysOnOneLineWithinASentence() {

        assertThat(Markdown.line("  one\r\n\r\n  two  ")).isEqualTo("one two");
    }

    @Test
    void keepsItsLinesInAQuotation() {

        assertThat(Markdown.quote("one\r\n    two\n\nthree")).isEqualTo("one\n> two\n> \n> three");
    }

    @ParameterizedTest
    @CsvSource({"שלום 123", "《幻想》", "*Stars*", "(Beta) Isles"})
    void standsApartWhereItWouldTurnOrHideWhatIsAroundIt(String written) {

        assertThat(Markdown.line(written)).startsWith("\u2068").endsWith("\u2069");
        assertThat(Markdown.line(written).replaceAll("[\u2068\u2069\\\\]", "")).isEqualTo(written);
    }
}

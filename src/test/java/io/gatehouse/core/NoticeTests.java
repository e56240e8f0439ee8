package io.gatehouse.core;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.util.SerializationUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** What a page says after a refusal, kept in the session until then, … */
class NoticeTests {

    private final StaticMessageSource messages = new StaticMessageSource();

    @BeforeEach
    void sentences() {
        messages.addMessage("refusal.form.invalid", Locale.ENGLISH, "Not sent. {0} All is kept.");
        messages.addMessage("refusal.field.too-long", Locale.ENGLISH, "{0} may have at most {1} characters.");
        messages.addMessage("refusal.field.required", Locale.ENGLISH, "{0} is required.");
    }

    @Test
    void saysTheRefusalsWithinItInWords() {

        var faults = List.of(
                new InvalidValue("a", "field.too-long", "Note", 500),
                new InvalidValue("b", "field.required", "Reason"));

        var notice = Notice.refused(new IllegalTransition("form.invalid", faults));

        assertThat(SerializationUtils.clone(notice)).isEqualTo(notice);
        assertThat(new Sentences(messages, who -> Optional.empty())
                        .of(SerializationUtils.clone(notice), Locale.ENGLISH))
                .isEqualTo("Not sent. Note may have at most 500 characters. Reason is required. All is kept.");
    }
}

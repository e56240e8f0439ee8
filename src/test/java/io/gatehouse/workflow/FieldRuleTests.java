package io.gatehouse.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import io.gatehouse.ApplicationTest;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Sentences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The rule of a field with a pattern … */
class FieldRuleTests extends ApplicationTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?:for example |例如 )(.+)[.。]$");
    private static final String TASKLISTS_WORDS = "META-INF/resources/webjars/camunda/app/tasklist/gatehouse/forms.js";

    /** A field of a form. */
    record Field(String form, String key, String pattern) {}

    @Autowired
    Sentences sentences;

    static Stream<Field> fields() throws IOException {
        var forms = new PathMatchingResourcePatternResolver().getResources("classpath:forms/*.form");
        return Arrays.stream(forms).flatMap(it -> {
            try {
                var name = it.getFilename().replace(".form", "");
                return fields(name, new ObjectMapper().readTree(it.getInputStream()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Stream<Field> fields(String form, JsonNode node) {
        var own = node.at("/validate/pattern").isTextual()
                ? Stream.of(new Field(
                        form,
                        node.path("key").asText(),
                        node.at("/validate/pattern").asText()))
                : Stream.<Field>empty();
        return Stream.concat(
                own,
                Stream.iterate(0, it -> it < node.path("components").size(), it -> it + 1)
                        .flatMap(it -> fields(form, node.path("components").get(it))));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void isSaidInWordsWithAnExampleThatFits(Field field) {

        for (var language : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
            var sentence = sentences.of(refusal(field), language);
            var example = EXAMPLE.matcher(sentence);

            assertThat(sentence).doesNotContain(field.pattern()).doesNotContain("[A-Z");
            assertThat(example.find()).as(sentence).isTrue();
            assertThat(example.group(1)).matches(field.pattern());
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void isSaidInTasklistToo(Field field) throws IOException {

        var words = new ClassPathResource(TASKLISTS_WORDS).getContentAsString(StandardCharsets.UTF_8);

        assertThat(words).contains("'" + field.pattern().replace("\\", "\\\\") + "'");
    }

    /** They read it by stricter rules than Java: a hyphen in a class is a range unless it is escaped. */
    @ParameterizedTest
    @MethodSource("fields")
    void isUnderstoodByBrowsers(Field field) {

        assertThat(field.pattern()).doesNotContainPattern("[^\\\\]-]");
    }

    @Test
    void isThereForThreeForms() throws IOException {

        assertThat(fields().map(Field::form).distinct())
                .containsExactlyInAnyOrder("request-merchant-binding", "request-refund", "revoke-exemption");
    }

    private InvalidValue refusal(Field field) {
        var form = new FormField(
                field.form(),
                field.key(),
                "Label",
                "textfield",
                null,
                true,
                null,
                null,
                field.pattern(),
                null,
                null,
                null,
                List.of());
        return catchThrowableOfType(InvalidValue.class, () -> FieldRules.check(form, "not / allowed"));
    }
}

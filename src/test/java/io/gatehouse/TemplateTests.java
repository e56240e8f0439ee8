package io.gatehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Traps of the template language that show only when a page meets the wrong data. */
class TemplateTests {

    /** The fragment comes first, so the condition would be lost with the element it stands on. */
    static final Pattern CONDITION_BESIDE_REPLACE =
            Pattern.compile("<[^>]*\\sth:(if|unless)=[^>]*\\sth:replace=|<[^>]*\\sth:replace=[^>]*\\sth:(if|unless)=");

    /** Beans cannot be reached in a fragment's parameters. */
    static final Pattern BEAN_IN_PARAMETER = Pattern.compile("th:(replace|insert)=\"[^\"]*@");

    static final Pattern INLINE_STYLE_OR_SCRIPT = Pattern.compile("\\sstyle=\"|<script(?![^>]*src=)|\\son[a-z]+=\"");

    static final Pattern FORM =
            Pattern.compile("<form((?:\\s+[\\w:-]+(?:=\"[^\"]*\")?)*)\\s*>(.*?)</form>", Pattern.DOTALL);

    /** Pages of one's own account, of all games, and of the sandbox, whose forms act on no chosen game. */
    static final Pattern OF_NO_GAME =
            Pattern.compile("th:action=\"@\\{\\|?/(account|audit|exemptions|merchants|operations"
                    + "|people|playground|reviews|sign-in|sign-out|teams)\\b");

    static final Pattern NAMES_THE_GAME = Pattern.compile("[(,]game=\\$\\{|name=\"game\"");

    static Stream<Path> templates() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/templates"))) {
            return files.filter(it -> it.toString().endsWith(".html")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void keepClearOfTheTraps(Path template) throws IOException {

        var text = Files.readString(template);

        assertThat(text)
                .doesNotContainPattern(CONDITION_BESIDE_REPLACE)
                .doesNotContainPattern(BEAN_IN_PARAMETER)
                .doesNotContainPattern(INLINE_STYLE_OR_SCRIPT);
    }

    /** Else a form would act on the game that was chosen last, in whichever tab that was. */
    @ParameterizedTest
    @MethodSource("templates")
    void nameTheGameInEveryFormThatActsOnOne(Path template) throws IOException {

        var nameless = FORM.matcher(Files.readString(template))
                .results()
                .filter(it ->
                        it.group(1).contains("method=\"post\"") && it.group(1).contains("th:action="))
                .filter(it -> !OF_NO_GAME.matcher(it.group(1)).find())
                .filter(it -> !NAMES_THE_GAME.matcher(it.group()).find())
                .map(it -> it.group(1));

        assertThat(nameless).isEmpty();
    }
}

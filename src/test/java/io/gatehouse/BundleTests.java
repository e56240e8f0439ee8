package io.gatehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How the texts of the bundles are written. */
class BundleTests {

    static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

    static final Pattern EVENT =
            Pattern.compile("(?:BusinessEvent\\.of|new BusinessEvent|publish)\\(\\s*\"([a-z.-]+)\"");

    /** What a row of the business log says beside the event; names put together are not looked at. */
    static final Pattern FIELD = Pattern.compile("\\.(?:with|change)\\(\\s*\"([A-Za-z ]+)\",");

    /** The code of what makes a refusal; for a value it comes after its field. Codes put together are not looked at. */
    static final Pattern REFUSAL =
            Pattern.compile("(?:new (?:NotFound|Forbidden|IllegalTransition)\\(|IllegalTransition\\.unless\\([^;]*?,"
                    + "|new (?:InvalidValue|ApiRefusal)\\([^,;]+,)\\s*\"([a-z][a-z-]*(?:\\.[a-z0-9-]+)+)\"(?! *\\+)");

    static Stream<Path> bundles() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/messages"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void writeAnApostropheTwice(Path bundle) throws IOException {

        var text = Files.readString(bundle).replace("'{'", "").replace("'}'", ""); // a brace that is meant as one

        assertThat(text).doesNotContainPattern(LONE_APOSTROPHE);
    }

    static Stream<Path> englishBundles() throws IOException {
        return bundles().filter(it -> !it.toString().contains("_zh_CN"));
    }

    @ParameterizedTest
    @MethodSource("englishBundles")
    void sayTheSameInBothLanguages(Path english) throws IOException {

        var chinese = Path.of(english.toString().replace(".properties", "_zh_CN.properties"));

        assertThat(texts(chinese).keySet())
                .containsExactlyInAnyOrderElementsOf(texts(english).keySet());
        assertThat(texts(chinese).values()).noneMatch(it -> it.toString().isBlank());
    }

    @Test
    void holdASentenceForEveryRefusal() throws IOException {

        var sentences = new TreeSet<String>();
        for (var bundle : englishBundles().toList()) {
            texts(bundle).stringPropertyNames().forEach(sentences::add);
        }

        assertThat(refusals())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(sentences).contains("refusal." + it));
    }

    @Test
    void haveWordsForEveryEventOfTheBusinessLog() throws IOException {

        var words = texts(Path.of("src/main/resources/messages/audit-words.properties"))
                .stringPropertyNames();

        assertThat(inTheSources(EVENT))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(words).contains("event." + it));
    }

    @Test
    void haveWordsForEveryFieldOfTheBusinessLog() throws IOException {

        var words = texts(Path.of("src/main/resources/messages/audit-words.properties"))
                .stringPropertyNames();

        assertThat(inTheSources(FIELD))
                .contains("price")
                .allSatisfy(it -> assertThat(words).contains("field." + it));
    }

    private static Set<String> refusals() throws IOException {
        return inTheSources(REFUSAL);
    }

    private static Set<String> inTheSources(Pattern pattern) throws IOException {
        try (var files = Files.walk(Path.of("src/main/java/io/gatehouse"))) {
            var codes = new TreeSet<String>();
            for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(it -> codes.add(it.group(1)));
            }
            return codes;
        }
    }

    private static Properties texts(Path bundle) throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(bundle)) {
            texts.load(reader);
        }
        return texts;
    }
}

package io.gatehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How the texts of the bundles are written. */
class BundleTests {

    static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

    static Stream<Path> bundles() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/messages"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void writeAnApostropheTwice(Path bundle) throws IOException {

        assertThat(Files.readString(bundle)).doesNotContainPattern(LONE_APOSTROPHE);
    }
}

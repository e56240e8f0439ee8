package io.gatehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The table of threats … */
class ThreatTableTests {

    private static final int THREATS = 36;
    private static final Pattern ROW = Pattern.compile("\\| (F\\d+) \\|([^|]+)\\|([^|]+)\\|([^|]+)\\|");
    private static final Pattern TYPE = Pattern.compile("`([A-Z][A-Za-z]+)`");
    private static final Set<String> NO_TYPES = Set.of("SameSite");

    @Test
    void namesEveryThreatOnceAndWhatShowsIt() throws IOException {
        var rows = rows();

        assertThat(rows)
                .extracting(it -> it.group(1))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, THREATS)
                        .mapToObj(it -> "F" + it)
                        .toList());
        assertThat(rows)
                .allSatisfy(row -> assertThat(types(row)).as(row.group(1)).isNotEmpty());
    }

    @Test
    void namesNoTestThatDoesNotExist() throws IOException {
        var known = Stream.concat(sources("src/test/java"), sources("src/bench/java"))
                .collect(Collectors.toSet());

        assertThat(rows()).allSatisfy(row -> assertThat(known).as(row.group(1)).containsAll(types(row)));
    }

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(Path.of("src/docs/threats.md")))
                .results()
                .toList();
    }

    private static Set<String> types(MatchResult row) {
        return TYPE.matcher(row.group(4))
                .results()
                .map(it -> it.group(1))
                .filter(it -> !NO_TYPES.contains(it))
                .collect(Collectors.toSet());
    }

    private static Stream<String> sources(String folder) throws IOException {
        try (var files = Files.walk(Path.of(folder))) {
            return files
                    .map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith(".java"))
                    .map(it -> it.replace(".java", ""))
                    .toList()
                    .stream();
        }
    }
}

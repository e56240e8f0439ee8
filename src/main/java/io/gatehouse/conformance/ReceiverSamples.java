package io.gatehouse.conformance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

import io.gatehouse.core.NotFound;

/** The sample receivers: small servers that do all of it right, to read and to begin from. */
@Component
public class ReceiverSamples {

    /** In the order in which they are offered. */
    public static final List<String> LANGUAGES = List.of("java", "node", "go", "php", "python");

    private static final String FOLDER = "classpath:receivers/";

    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();

    /**
     * A zip with the sample in that language and the notes for all of them.
     *
     * @throws NotFound for any other language
     */
    public byte[] zip(String language) {
        if (!LANGUAGES.contains(language)) {
            throw new NotFound("conformance.language");
        }
        try {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                add(zip, "", resources.getResource(FOLDER + "README.md"));
                for (var file : files(language)) {
                    add(zip, language + "/", file);
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Resource> files(String language) throws IOException {
        return List.of(resources.getResources(FOLDER + language + "/*.*")).stream()
                .sorted(Comparator.comparing(it -> Objects.requireNonNull(it.getFilename())))
                .toList();
    }

    private static void add(ZipOutputStream zip, String folder, Resource file) throws IOException {
        zip.putNextEntry(new ZipEntry("receiver/" + folder + file.getFilename()));
        try (var content = file.getInputStream()) {
            content.transferTo(zip);
        }
        zip.closeEntry();
    }
}

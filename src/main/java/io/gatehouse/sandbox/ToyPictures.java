package io.gatehouse.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Pictures for somebody who adds an item and has none at hand. */
@Component
@Profile("sandbox")
class ToyPictures {

    private final ResourcePatternResolver resources;

    ToyPictures(ResourcePatternResolver resources) {
        this.resources = resources;
    }

    /** Their file names, in order. */
    List<String> names() {
        return files().map(it -> Objects.requireNonNull(it.getFilename()))
                .sorted()
                .toList();
    }

    Optional<Resource> find(String name) {
        return files().filter(it -> name.equals(it.getFilename())).findFirst();
    }

    private Stream<Resource> files() {
        try {
            return Stream.of(resources.getResources("classpath:samples/*.png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

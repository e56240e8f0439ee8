package io.gatehouse.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

import io.gatehouse.core.NotFound;

/** The XML Schemas (1.0) of what a game's server receives as XML, beside those of JSON. They name each other by file. */
@Component
public class XmlSchemas {

    private final Map<String, String> schemas = new TreeMap<>();

    XmlSchemas() {
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:schemas/v1/*.xsd")) {
                schemas.put(String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Their file names, in order. */
    public List<String> names() {
        return List.copyOf(schemas.keySet());
    }

    /** @throws NotFound if there is none of that name */
    public String get(String name) {
        var schema = schemas.get(name);
        if (schema == null) {
            throw new NotFound("conformance.schema");
        }
        return schema;
    }
}

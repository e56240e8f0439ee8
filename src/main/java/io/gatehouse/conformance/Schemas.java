package io.gatehouse.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

import io.gatehouse.core.NotFound;

/** The JSON Schemas (2020-12) of everything a game's server receives, at addresses that stay. */
@Component
public class Schemas {

    /** Where they are published; a change that an old one would refuse gets a new number. */
    public static final String PATH = "/schemas/v1/";

    private final Map<String, JsonNode> schemas = new TreeMap<>();

    Schemas(ObjectMapper json, @Value("${gatehouse.public-url}") String address) {
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:schemas/v1/*.json")) {
                try (var content = file.getInputStream()) {
                    var name = String.valueOf(file.getFilename());
                    var schema = json.createObjectNode();
                    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
                    schema.put("$id", address + PATH + name);
                    schema.setAll((ObjectNode) json.readTree(content));
                    schemas.put(name, schema);
                }
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
    public JsonNode get(String name) {
        var schema = schemas.get(name);
        if (schema == null) {
            throw new NotFound("conformance.schema");
        }
        return schema;
    }
}

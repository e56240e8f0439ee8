package io.gatehouse.conformance.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import io.gatehouse.conformance.Schemas;
import io.gatehouse.conformance.XmlSchemas;

/** The schemas of the notifications, for everybody: tools fetch them by their address. */
@RestController
class SchemasController {

    private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");

    private final Schemas schemas;
    private final XmlSchemas xmlSchemas;
    private final String address;

    SchemasController(Schemas schemas, XmlSchemas xmlSchemas, @Value("${gatehouse.public-url}") String address) {
        this.schemas = schemas;
        this.xmlSchemas = xmlSchemas;
        this.address = address;
    }

    @GetMapping("/schemas")
    Map<String, List<String>> all() {
        return Map.of(
                "schemas",
                Stream.concat(schemas.names().stream(), xmlSchemas.names().stream())
                        .map(it -> address + Schemas.PATH + it)
                        .toList());
    }

    @GetMapping(Schemas.PATH + "{name:.+\\.json}")
    ResponseEntity<JsonNode> one(@PathVariable String name) {
        return published(SCHEMA, schemas.get(name));
    }

    @GetMapping(Schemas.PATH + "{name:.+\\.xsd}")
    ResponseEntity<String> xml(@PathVariable String name) {
        return published(MediaType.APPLICATION_XML, xmlSchemas.get(name));
    }

    private static <T> ResponseEntity<T> published(MediaType type, T schema) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .header("Access-Control-Allow-Origin", "*")
                .body(schema);
    }
}

package io.gatehouse.conformance.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import io.gatehouse.conformance.Schemas;

/** The schemas of the notifications, for everybody: tools fetch them by their address. */
@RestController
class SchemasController {

    private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");

    private final Schemas schemas;
    private final String address;

    SchemasController(Schemas schemas, @Value("${gatehouse.public-url}") String address) {
        this.schemas = schemas;
        this.address = address;
    }

    @GetMapping("/schemas")
    Map<String, List<String>> all() {
        return Map.of(
                "schemas",
                schemas.names().stream().map(it -> address + Schemas.PATH + it).toList());
    }

    @GetMapping(Schemas.PATH + "{name}")
    ResponseEntity<JsonNode> one(@PathVariable String name) {
        return ResponseEntity.ok()
                .contentType(SCHEMA)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .header("Access-Control-Allow-Origin", "*")
                .body(schemas.get(name));
    }
}

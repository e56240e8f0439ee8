package io.gatehouse.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** The routes as a person reads them, from the description that tools read. */
final class Routes {

    static final String ROOT = "/api/v1";

    private Routes() {}

    /**
     * One route.
     *
     * @param steps of its path below {@value #ROOT}, each with its slash: a long one is broken between them
     * @param scopes any one of them will do
     */
    record Route(String method, List<String> steps, String summary, List<String> scopes) {}

    /** By what they are about, in the order of their paths. */
    static Map<String, List<Route>> of(JsonNode api) {
        var groups = new LinkedHashMap<String, List<Route>>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    var operation = method.getValue();
                    groups.computeIfAbsent(
                                    operation.at("/tags/0").asText().toLowerCase(Locale.ROOT), it -> new ArrayList<>())
                            .add(new Route(
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    steps(path.getKey()),
                                    operation.path("summary").asText(),
                                    scopes(operation)));
                }));
        return groups;
    }

    private static List<String> steps(String path) {
        return Arrays.stream(path.substring(ROOT.length() + 1).split("/"))
                .map(it -> "/" + it)
                .toList();
    }

    private static List<String> scopes(JsonNode operation) {
        var scopes = new ArrayList<String>();
        operation.at("/security/0").forEach(named -> named.forEach(it -> scopes.add(it.asText())));
        return scopes;
    }
}

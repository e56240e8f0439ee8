package io.gatehouse.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The permission matrix as {@code permissions.csv} holds it. Whatever it does not list is denied. */
@Component
class Matrix {

    private static final String FILE = "permissions.csv";

    private final Map<Capability, Map<Role, Grant>> grants = new EnumMap<>(Capability.class);

    Matrix() throws IOException {
        var lines = new ClassPathResource(FILE)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(it -> !it.startsWith("#") && !it.isBlank())
                .map(it -> it.split(",", -1))
                .toList();
        var header = lines.get(0);
        for (var row : lines.subList(1, lines.size())) {
            grants.put(Capability.of(row[0]), grants(header, row));
        }
        var missing = Arrays.stream(Capability.values())
                .filter(it -> !grants.containsKey(it))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("%s lacks rows for %s".formatted(FILE, missing));
        }
    }

    private static Map<Role, Grant> grants(String[] header, String[] row) {
        var result = new EnumMap<Role, Grant>(Role.class);
        for (var role : Role.values()) {
            result.put(role, Grant.of(row[Arrays.asList(header).indexOf(role.name())]));
        }
        return result;
    }

    Grant grant(Capability what, Role role) {
        return grants.get(what).get(role);
    }

    /** The roles that may do it, in the order of the matrix' columns. */
    List<Role> holders(Capability what) {
        return Arrays.stream(Role.values())
                .filter(it -> grant(what, it) != Grant.DENIED)
                .toList();
    }
}

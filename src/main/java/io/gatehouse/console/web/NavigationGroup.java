package io.gatehouse.console.web;

import java.util.List;

/** Lines of the navigation under one heading, {@code nav.group.<key>}. */
record NavigationGroup(String key, List<NavigationEntry> entries) {

    /** The path of the entry at hand; that of the home page if it is none of them. */
    static String section(List<NavigationGroup> navigation) {
        return navigation.stream()
                .flatMap(it -> it.entries().stream())
                .filter(NavigationEntry::current)
                .map(NavigationEntry::path)
                .findFirst()
                .orElse("/");
    }
}

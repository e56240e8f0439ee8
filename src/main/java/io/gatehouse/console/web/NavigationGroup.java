package io.gatehouse.console.web;

import java.util.List;

/** Lines of the navigation under one heading, {@code nav.group.<key>}. */
record NavigationGroup(String key, List<NavigationEntry> entries) {}

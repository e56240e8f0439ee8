package io.gatehouse.console.web;

import org.jspecify.annotations.Nullable;

/**
 * A line of the navigation.
 *
 * @param key of its text, {@code nav.<key>}
 * @param icon its symbol in the sprite
 * @param current whether it is the page at hand or the list that leads to it
 * @param late how many things there are late
 */
record NavigationEntry(
        String key,
        String path,
        String icon,
        boolean current,
        @Nullable Integer late) {}

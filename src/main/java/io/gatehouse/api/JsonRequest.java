package io.gatehouse.api;

import org.jspecify.annotations.Nullable;

/**
 * What a caller sends as JSON. Unknown fields, fields named twice and values of another type are refused by name; a field
 * that is left out is empty, and refused by the rule that wants it.
 */
interface JsonRequest {

    /** An absent text as an empty one. */
    static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }
}

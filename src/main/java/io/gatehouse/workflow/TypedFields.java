package io.gatehouse.workflow;

import java.util.HashMap;
import java.util.Map;

/** What was typed into the form of a page. */
public final class TypedFields {

    private TypedFields() {}

    /** All that was sent, without what our pages themselves add to it. */
    public static Map<String, Object> of(Map<String, String> parameters) {
        var typed = new HashMap<String, Object>(parameters);
        typed.remove("_csrf");
        typed.remove("game");
        return typed;
    }
}

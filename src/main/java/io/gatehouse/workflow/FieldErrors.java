package io.gatehouse.workflow;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Refusal;
import io.gatehouse.core.Sentences;

/** Brings a refusal to the fields of a page's form. */
public class FieldErrors {

    private FieldErrors() {}

    /** Field → sentence; empty for a refusal that is about no field. */
    public static Map<String, String> of(Refusal refusal, Sentences sentences) {
        var errors = new LinkedHashMap<String, String>();
        if (refusal instanceof InvalidForm form) {
            form.errors().forEach(it -> errors.put(it.field(), sentences.of(it)));
        } else if (refusal instanceof InvalidValue value) {
            errors.put(value.field(), sentences.of(value));
        }
        return errors;
    }

    /** What was typed, without what our pages themselves add to it. */
    public static Map<String, Object> submitted(Map<String, String> parameters) {
        var typed = new HashMap<String, Object>(parameters);
        typed.remove("_csrf");
        typed.remove("game");
        return typed;
    }
}

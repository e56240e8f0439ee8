package io.gatehouse.catalogue.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.gatehouse.catalogue.InvalidItem;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Refusal;
import io.gatehouse.core.Sentences;

/** Puts refusals at the fields of a form. */
final class ItemErrors {

    private ItemErrors() {}

    /** Field → sentence; empty if the refusal is about no field. */
    static Map<String, String> of(Refusal refusal, Sentences sentences) {
        var errors = new LinkedHashMap<String, String>();
        for (var fault : faults(refusal)) {
            errors.putIfAbsent(fault.field(), sentences.of(fault));
        }
        return errors;
    }

    private static List<InvalidValue> faults(Refusal refusal) {
        if (refusal instanceof InvalidItem item) {
            return item.faults();
        }
        return refusal instanceof InvalidValue value ? List.of(value) : List.of();
    }
}

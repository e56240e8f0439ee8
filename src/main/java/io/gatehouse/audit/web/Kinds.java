package io.gatehouse.audit.web;

import java.util.List;
import java.util.stream.Stream;

import io.gatehouse.requests.RequestKind;

/** The kinds of cases, by the ids of their processes. */
class Kinds {

    /** Every kind, in the filter of the list. */
    static final String ALL = "all";

    /** Those that people decide. */
    static final List<String> DECIDED =
            Stream.of(RequestKind.values()).map(RequestKind::process).toList();

    private static final String DELIVERY = "item-delivery";

    private Kinds() {}

    static List<String> each() {
        return Stream.concat(DECIDED.stream(), Stream.of(DELIVERY)).toList();
    }
}

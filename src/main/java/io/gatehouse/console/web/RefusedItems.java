package io.gatehouse.console.web;

import java.util.Map;

import io.gatehouse.core.InvalidValue;

/** Items of a release whose decision lacks something; nothing of the decision was kept. */
class RefusedItems extends InvalidValue {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> items;

    /** @param items item id → sentence */
    RefusedItems(Map<String, String> items) {
        super("verdicts", "reviews.items-refused", items.size());
        this.items = Map.copyOf(items);
    }

    Map<String, String> items() {
        return items;
    }
}

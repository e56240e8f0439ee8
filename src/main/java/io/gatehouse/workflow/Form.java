package io.gatehouse.workflow;

import java.util.List;
import java.util.Optional;

/**
 * A form of {@code forms/}: the one file that Tasklist shows, the console shows, and the server enforces.
 *
 * @param fields what a person fills in, in order; texts and fields that are only shown are not among them
 */
public record Form(String id, List<FormField> fields) {

    public Optional<FormField> field(String key) {
        return fields.stream().filter(it -> it.key().equals(key)).findFirst();
    }
}

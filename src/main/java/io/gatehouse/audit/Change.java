package io.gatehouse.audit;

import org.jspecify.annotations.Nullable;

/**
 * What one row of the log says of one field.
 *
 * @param before null where the row does not record a change but a value
 */
public record Change(String subject, String field, @Nullable String before, String after) {

    private static final String ARROW = " → ";

    static Change of(String subject, String field, String value) {
        var arrow = value.indexOf(ARROW);
        return arrow < 0
                ? new Change(subject, field, null, value)
                : new Change(subject, field, value.substring(0, arrow), value.substring(arrow + ARROW.length()));
    }
}

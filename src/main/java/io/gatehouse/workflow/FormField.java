package io.gatehouse.workflow;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A field a person fills in.
 *
 * @param form the id of its form
 * @param type as Camunda Forms names it: textfield, textarea, number, select, radio, checkbox, checklist, datetime
 * @param values the allowed values of a select, radio or checklist
 */
public record FormField(
        String form,
        String key,
        String label,
        String type,
        @Nullable String description,
        boolean required,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable String pattern,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable Integer decimalDigits,
        List<Choice> values) {

    /** An allowed value and how it reads. */
    public record Choice(String value, String label) {}
}

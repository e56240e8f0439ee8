package io.gatehouse.workflow;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Typed;

/** The rules of one form field, applied to what was submitted for it. */
class FieldRules {

    private FieldRules() {}

    /** @return the typed value, or null where an optional field was left empty */
    static @Nullable Object check(FormField field, @Nullable Object submitted) {
        if (submitted == null || submitted.toString().isBlank()) {
            require(!field.required(), field, "field.required");
            return null;
        }
        return switch (field.type()) {
            case "number" -> number(field, submitted);
            case "checkbox" -> bool(field, submitted);
            case "checklist", "taglist" -> chosen(field, submitted);
            case "select", "radio" -> choice(field, submitted.toString());
            default -> text(field, submitted.toString());
        };
    }

    private static String text(FormField field, String typed) {
        var value = Typed.lines(typed);
        var length = Typed.length(value);
        require(Typed.isPlain(value), field, "field.sly");
        require(field.minLength() == null || length >= field.minLength(), field, "field.too-short", field.minLength());
        require(field.maxLength() == null || length <= field.maxLength(), field, "field.too-long", field.maxLength());
        require(
                field.pattern() == null
                        || Pattern.compile(field.pattern()).matcher(value).find(),
                field,
                "field.pattern",
                new FieldRule(field));
        return value;
    }

    private static Number number(FormField field, Object submitted) {
        BigDecimal value;
        try {
            value = new BigDecimal(submitted.toString().strip());
        } catch (NumberFormatException e) {
            throw new InvalidValue(field.key(), "field.not-a-number", new FieldLabel(field));
        }
        require(field.min() == null || value.compareTo(field.min()) >= 0, field, "field.too-small", field.min());
        require(field.max() == null || value.compareTo(field.max()) <= 0, field, "field.too-large", field.max());
        var digits = field.decimalDigits() == null ? 0 : field.decimalDigits();
        require(value.stripTrailingZeros().scale() <= digits, field, "field.too-many-decimals", digits);
        return digits == 0 ? (Number) value.longValueExact() : value;
    }

    private static Boolean bool(FormField field, Object submitted) {
        var text = submitted.toString();
        require(List.of("true", "false", "on").contains(text), field, "field.not-allowed", text);
        var checked = !"false".equals(text);
        require(checked || !field.required(), field, "field.required");
        return checked;
    }

    private static List<String> chosen(FormField field, Object submitted) {
        var chosen = submitted instanceof Collection<?> many
                ? many.stream().map(Object::toString).toList()
                : List.of(submitted.toString());
        chosen.forEach(it -> choice(field, it));
        return chosen;
    }

    private static String choice(FormField field, String value) {
        require(field.values().stream().anyMatch(it -> it.value().equals(value)), field, "field.not-allowed", value);
        return value;
    }

    private static void require(boolean holds, FormField field, String code, @Nullable Object... arguments) {
        if (!holds) {
            var all = new Object[arguments.length + 1];
            all[0] = new FieldLabel(field);
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            throw new InvalidValue(field.key(), code, all);
        }
    }
}

package io.gatehouse.workflow;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

import io.gatehouse.core.InvalidValue;

/** The forms of {@code forms/}, and their enforcement: the engine itself checks nothing of what is submitted. */
@Component
public class Forms {

    private final Map<String, Form> forms = new HashMap<>();

    Forms(ResourcePatternResolver resources, ObjectMapper json) throws IOException {
        for (var file : resources.getResources("classpath*:/forms/*.form")) {
            var tree = json.readTree(file.getInputStream());
            var fields = new ArrayList<FormField>();
            var id = tree.path("id").asText();
            collect(id, tree.path("components"), fields);
            forms.put(id, new Form(id, List.copyOf(fields)));
        }
    }

    public Form get(String id) {
        var form = forms.get(id);
        if (form == null) {
            throw new IllegalArgumentException("There is no form " + id);
        }
        return form;
    }

    /**
     * Checks what was submitted against the form.
     *
     * @return the values of the form's fields, typed; fields left empty are absent
     * @throws InvalidForm naming every field at fault, unknown ones too
     */
    public Map<String, Object> check(String id, Map<String, ?> submitted) {
        var form = get(id);
        var errors = new ArrayList<InvalidValue>();
        var values = new LinkedHashMap<String, Object>();
        for (var field : form.fields()) {
            try {
                var value = FieldRules.check(field, submitted.get(field.key()));
                if (value != null) {
                    values.put(field.key(), value);
                }
            } catch (InvalidValue e) {
                errors.add(e);
            }
        }
        submitted.keySet().stream()
                .filter(it -> form.field(it).isEmpty())
                .map(it -> new InvalidValue(it, "field.unknown", it))
                .forEach(errors::add);
        if (!errors.isEmpty()) {
            throw new InvalidForm(id, errors);
        }
        return values;
    }

    private static void collect(String form, JsonNode components, List<FormField> fields) {
        for (var component : components) {
            if (component.has("components")) {
                collect(form, component.path("components"), fields);
            } else if (component.has("key")
                    && !component.path("disabled").asBoolean()
                    && !component.path("readonly").asBoolean()) {
                fields.add(field(form, component));
            }
        }
    }

    private static FormField field(String form, JsonNode component) {
        var rules = component.path("validate");
        var values = new ArrayList<FormField.Choice>();
        component
                .path("values")
                .forEach(it -> values.add(new FormField.Choice(
                        it.path("value").asText(), it.path("label").asText())));
        return new FormField(
                form,
                component.path("key").asText(),
                component.path("label").asText(),
                component.path("type").asText(),
                text(component, "description"),
                rules.path("required").asBoolean(),
                integer(rules, "minLength"),
                integer(rules, "maxLength"),
                text(rules, "pattern"),
                decimal(rules, "min"),
                decimal(rules, "max"),
                integer(component, "decimalDigits"),
                List.copyOf(values));
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.path(name).asText() : null;
    }

    private static @Nullable Integer integer(JsonNode node, String name) {
        return node.hasNonNull(name) ? Integer.valueOf(node.path(name).asInt()) : null;
    }

    private static @Nullable BigDecimal decimal(JsonNode node, String name) {
        return node.hasNonNull(name) ? new BigDecimal(node.path(name).asText()) : null;
    }
}

package io.gatehouse.workflow;

import java.io.Serializable;

import org.springframework.context.MessageSourceResolvable;

/** What a field's pattern asks for, in words with an example: a regular expression is no sentence. */
record FieldRule(String key) implements MessageSourceResolvable, Serializable {

    FieldRule(FormField field) {
        this("form." + field.form() + "." + field.key() + ".rule");
    }

    @Override
    public String[] getCodes() {
        return new String[] {key};
    }

    @Override
    public String getDefaultMessage() {
        return "";
    }

    @Override
    public String toString() {
        return key;
    }
}

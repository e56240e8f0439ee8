package io.gatehouse.workflow;

import java.io.Serializable;

import org.springframework.context.MessageSourceResolvable;

/** The label of a form's field inside a sentence: becomes words in the language of the sentence. */
record FieldLabel(String key, String english) implements MessageSourceResolvable, Serializable {

    FieldLabel(FormField field) {
        this("form." + field.form() + "." + field.key(), field.label());
    }

    @Override
    public String[] getCodes() {
        return new String[] {key};
    }

    @Override
    public String getDefaultMessage() {
        return english;
    }

    @Override
    public String toString() {
        return english;
    }
}

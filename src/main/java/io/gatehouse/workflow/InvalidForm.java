package io.gatehouse.workflow;

import java.util.List;

import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Refusal;

/** What somebody entered breaks the rules of the form; each error names its field. Nothing was done. */
public class InvalidForm extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<InvalidValue> errors;

    InvalidForm(String form, List<InvalidValue> errors) {
        super("form.invalid", form, errors.size(), List.copyOf(errors));
        this.errors = List.copyOf(errors);
    }

    public List<InvalidValue> errors() {
        return errors;
    }
}

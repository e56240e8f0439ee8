package io.gatehouse.workflow;

import java.util.List;

import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Refusal;

/** What somebody entered breaks the rules of the form; each fault names its field. Nothing was done. */
public class InvalidForm extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<InvalidValue> faults;

    InvalidForm(String form, List<InvalidValue> faults) {
        super("form.invalid", form, faults.size(), List.copyOf(faults));
        this.faults = List.copyOf(faults);
    }

    @Override
    public List<InvalidValue> faults() {
        return faults == null ? List.of() : faults;
    }
}

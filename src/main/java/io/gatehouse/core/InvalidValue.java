package io.gatehouse.core;

import java.util.List;

/** A value that breaks the rule of its field; answered as 400 at the field it names. */
public class InvalidValue extends Refusal {

    private static final long serialVersionUID = 1L;

    private final String field;

    /** @param field the name of the form or API field, as its sender spelt it */
    public InvalidValue(String field, String code, Object... arguments) {
        super(code, arguments);
        this.field = field;
    }

    public String field() {
        return field;
    }

    @Override
    public List<InvalidValue> faults() {
        return List.of(this);
    }
}

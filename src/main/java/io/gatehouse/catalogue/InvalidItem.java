package io.gatehouse.catalogue;

import java.util.List;

import io.gatehouse.core.InvalidValue;

/** An entry that breaks one or more rules, all of them named; the refusal itself speaks of the first. */
public class InvalidItem extends InvalidValue {

    private static final long serialVersionUID = 1L;

    private final transient List<InvalidValue> faults;

    InvalidItem(List<InvalidValue> faults) {
        super(
                faults.get(0).field(),
                faults.get(0).code(),
                faults.get(0).arguments().toArray());
        this.faults = List.copyOf(faults);
    }

    @Override
    public List<InvalidValue> faults() {
        return faults == null ? List.of() : faults;
    }
}

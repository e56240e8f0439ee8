package io.gatehouse.catalogue;

import java.util.List;

import io.gatehouse.core.InvalidValue;

/**
 * What is wrong with a cell.
 *
 * @param field the field of the item the cell fills: {@code code}, {@code name}, {@code price}, {@code picture} or
 *     {@code remark}
 * @param code the key of its sentence in the bundles, without the prefix {@code refusal.}
 */
public record CellFault(String field, String code, List<String> arguments) {

    static CellFault of(InvalidValue fault) {
        return new CellFault(
                fault.field(),
                fault.code(),
                fault.arguments().stream().map(String::valueOf).toList());
    }

    /** As the refusal it came from, to be said in a person's language. */
    public InvalidValue asRefusal() {
        return new InvalidValue(field, code, arguments.toArray());
    }

    static CellFault at(String field, String code, Object... arguments) {
        return of(new InvalidValue(field, code, arguments));
    }
}

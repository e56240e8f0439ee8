package io.gatehouse.catalogue;

import java.util.Locale;

import io.gatehouse.core.InvalidValue;

/** A file that is refused as a whole, by the name of its fault; nothing of it was kept. */
public class PoisonFile extends InvalidValue {

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    PoisonFile(String field, Fault fault, Object... arguments) {
        super(field, "import." + fault.key(), arguments);
        this.fault = fault;
    }

    PoisonFile(Fault fault, Object... arguments) {
        this("workbook", fault, arguments);
    }

    public Fault fault() {
        return fault;
    }

    /** What can be wrong with a file. */
    public enum Fault {
        EMPTY,
        TOO_LARGE,
        NOT_A_WORKBOOK,
        OLD_FORMAT,
        ENCRYPTED,
        MACROS,
        BOMB,
        DAMAGED,
        OTHER_COLUMNS,
        OTHER_TEMPLATE,
        NO_ROWS,
        TOO_MANY_ROWS,
        TOO_MANY_COLUMNS,
        TOO_MANY_TEXTS,
        FORMULAS,
        DUPLICATE_IDS,
        NOT_A_ZIP;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

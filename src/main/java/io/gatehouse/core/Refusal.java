package io.gatehouse.core;

import java.util.Arrays;
import java.util.List;

/**
 * Something Gatehouse will not do. Carries the code of a sentence ({@code refusal.<code>} in the message bundles) that
 * says what happened, what was kept and what to do; it is translated once, where it reaches a person or a machine.
 */
public abstract class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Object[] arguments;

    protected Refusal(String code, Object... arguments) {
        super(arguments.length == 0 ? code : code + " " + Arrays.toString(arguments));
        this.code = code;
        this.arguments = arguments.clone();
    }

    /** The key of the sentence in the bundles, without its prefix {@code refusal.}. */
    public String code() {
        return code;
    }

    /** What is wrong at which fields; empty if it is about no field. */
    public List<InvalidValue> faults() {
        return List.of();
    }

    /** What stands in the sentence's places {@code {0} {1} …}. */
    public List<Object> arguments() {
        return arguments == null ? List.of() : List.of(arguments);
    }
}

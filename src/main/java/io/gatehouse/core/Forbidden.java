package io.gatehouse.core;

/** Something that exists but that this person may not do; the sentence names who may. Answered as 403. */
public class Forbidden extends Refusal {

    private static final long serialVersionUID = 1L;

    public Forbidden(String code, Object... arguments) {
        super(code, arguments);
    }
}

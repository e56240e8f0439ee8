package io.gatehouse.core;

/** Something that is not possible in the state things are in; answered as 409, nothing has changed. */
public class IllegalTransition extends Refusal {

    private static final long serialVersionUID = 1L;

    public IllegalTransition(String code, Object... arguments) {
        super(code, arguments);
    }

    public static void unless(boolean allowed, String code, Object... arguments) {
        if (!allowed) {
            throw new IllegalTransition(code, arguments);
        }
    }
}

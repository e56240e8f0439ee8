package io.gatehouse.core;

/** Something that does not exist, or of whose existence the asker may not know; answered as 404. */
public class NotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    public NotFound(String code, Object... arguments) {
        super(code, arguments);
    }
}

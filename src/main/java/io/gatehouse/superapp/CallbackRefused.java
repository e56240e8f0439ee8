package io.gatehouse.superapp;

import io.gatehouse.core.Forbidden;

/** A callback that is not the superapp's, not fresh, or a replay; on the wire it is answered as 401. */
public class CallbackRefused extends Forbidden {

    private static final long serialVersionUID = 1L;

    CallbackRefused(String code, Object... arguments) {
        super(code, arguments);
    }
}

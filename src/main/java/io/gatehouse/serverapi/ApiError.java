package io.gatehouse.serverapi;

import java.util.Map;

/** A call of the server API that is answered with an error number; as published, with HTTP status 200. */
class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int errcode;

    ApiError(int errcode, String errmsg) {
        super(errmsg);
        this.errcode = errcode;
    }

    Map<String, Object> answer() {
        return Map.of("errcode", errcode, "errmsg", String.valueOf(getMessage()));
    }
}

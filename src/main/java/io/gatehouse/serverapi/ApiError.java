package io.gatehouse.serverapi;

import java.util.Map;

import org.springframework.http.HttpStatus;

/** A call of the server API that is answered with an error number; as published, with HTTP status 200. */
class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int errcode;
    private final HttpStatus status;

    ApiError(int errcode, String errmsg) {
        this(errcode, errmsg, HttpStatus.OK);
    }

    private ApiError(int errcode, String errmsg, HttpStatus status) {
        super(errmsg);
        this.errcode = errcode;
        this.status = status;
    }

    /** For who asks for something else than an answer in JSON. */
    ApiError as(HttpStatus other) {
        return new ApiError(errcode, String.valueOf(getMessage()), other);
    }

    HttpStatus status() {
        return status;
    }

    Map<String, Object> answer() {
        return Map.of("errcode", errcode, "errmsg", String.valueOf(getMessage()));
    }
}

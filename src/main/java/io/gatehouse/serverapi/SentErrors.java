package io.gatehouse.serverapi;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;

/** What machines are told that were turned away before a handler was looked for, or whose body broke off in one. */
class SentErrors implements Filter {

    private static final String WRITTEN =
            "refused for the way it is written: GET or POST, no //, ; or .. and no escaped / or % in the path, no U+0000"
                    + " in the query, no control characters in headers";
    private static final String BODY = "the body ends before its length or its chunks are broken, send all of it";

    private final Leftovers leftovers;

    SentErrors(Leftovers leftovers) {
        this.leftovers = leftovers;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri ? uri : "";
        var door = Door.ofWritten(asked);
        if (door.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var said = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 500;
        var status = HttpStatus.valueOf(said);
        leftovers.write((HttpServletResponse) response, status, answer(door.get(), status, request));
    }

    private static Map<String, Object> answer(Door door, HttpStatus status, ServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof IOException) {
            return door.unreadable(status, BODY);
        }
        return status.is5xxServerError()
                ? door.says(status, ErrCode.SYSTEM, "system error")
                : door.says(status, ErrCode.INVALID_URL, WRITTEN);
    }
}

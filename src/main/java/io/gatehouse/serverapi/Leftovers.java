package io.gatehouse.serverapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** What machines are told that have not found a handler: no such address, another method. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Leftovers implements HandlerExceptionResolver {

    private final ObjectMapper json;

    Leftovers(ObjectMapper json) {
        this.json = json;
    }

    /** Null leaves it to whoever comes next. */
    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        var door = Door.of(request);
        if (handler instanceof HandlerMethod || door.isEmpty() || !(exception instanceof ErrorResponse error)) {
            return null;
        }
        var status = HttpStatus.valueOf(error.getStatusCode().value());
        error.getHeaders().forEach((name, values) -> values.forEach(it -> response.addHeader(name, it)));
        write(response, status, answer(door.get(), status, exception));
        return new ModelAndView();
    }

    private static Map<String, Object> answer(Door door, HttpStatus status, Exception exception) {
        if (exception instanceof HttpRequestMethodNotSupportedException method) {
            var wanted = String.join(" or ", Objects.requireNonNullElse(method.getSupportedMethods(), new String[0]));
            var code = wanted.contains("POST") ? ErrCode.POST_REQUIRED : ErrCode.GET_REQUIRED;
            return door.says(status, code, "%s is not for this address, use %s".formatted(method.getMethod(), wanted));
        }
        return status == HttpStatus.NOT_FOUND
                ? door.says(
                        status,
                        ErrCode.INVALID_URL,
                        "there is no API at this address, compare it with the documentation")
                : door.unreadable(status, status.getReasonPhrase());
    }

    /** As JSON whatever the caller accepts: what nobody may read helps nobody. */
    void write(HttpServletResponse response, HttpStatus status, Map<String, Object> answer) {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        try {
            json.writeValue(response.getOutputStream(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

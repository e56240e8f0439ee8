package io.gatehouse.api;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** What is wrong with a call before it reaches one of our routes: no such address, another method, another type. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LeftoverErrors implements HandlerExceptionResolver {

    private final Problems problems;

    LeftoverErrors(Problems problems) {
        this.problems = problems;
    }

    /** Null leaves it to whoever comes next. */
    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        if (handler instanceof HandlerMethod
                || !ApiConfiguration.isOfTheApi(request)
                || !(exception instanceof ErrorResponse error)) {
            return null;
        }
        try {
            error.getHeaders().forEach((name, values) -> values.forEach(it -> response.addHeader(name, it)));
            problems.write(problems.of(ProblemKind.of(error.getStatusCode()), request), request, response);
            return new ModelAndView();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

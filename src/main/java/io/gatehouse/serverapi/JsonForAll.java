package io.gatehouse.serverapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Machines are answered in JSON whatever they say they accept, as the published API does: a client that sends a browser's
 * {@code Accept} would otherwise be refused an answer whose effect is already there.
 */
class JsonForAll implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && AnnotatedElementUtils.hasAnnotation(method.getBeanType(), MachineRoute.class)) {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        }
        return true;
    }
}

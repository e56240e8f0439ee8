package io.gatehouse.serverapi;

import java.io.IOException;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import io.gatehouse.superapp.Callback;
import io.gatehouse.superapp.Callbacks;

/** Hands a handler what the superapp says, once it is certain that it is the superapp. */
@Component
class SuperappCallbackResolver implements HandlerMethodArgumentResolver {

    private final Callbacks callbacks;

    SuperappCallbackResolver(Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Callback.class;
    }

    @Override
    public Callback resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        return callbacks.open(request::getHeader, RawBody.of(request));
    }
}

package io.gatehouse.api;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import io.gatehouse.core.InvalidValue;

/** Refuses parameters of the address that a route does not know: a filter spelt wrongly would find everything. */
@Component
class KnownParameters implements HandlerInterceptor {

    private final DefaultParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isOurs(method)) {
            var known = known(method);
            request.getParameterMap().keySet().stream()
                    .filter(it -> !known.contains(it))
                    .findFirst()
                    .ifPresent(it -> {
                        throw new InvalidValue(it, "api.field-unknown", it);
                    });
        }
        return true;
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackage() == KnownParameters.class.getPackage();
    }

    private Set<String> known(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters()).flatMap(this::names).collect(Collectors.toSet());
    }

    /** Of a parameter by itself, or of each component of a search. */
    private Stream<String> names(MethodParameter parameter) {
        var type = parameter.getParameterType();
        if (parameter.hasParameterAnnotation(RequestParam.class)) {
            parameter.initParameterNameDiscovery(names);
            var named = parameter.getParameterAnnotation(RequestParam.class);
            return Stream.of(named == null || named.name().isEmpty() ? parameter.getParameterName() : named.name());
        }
        return type.isRecord() && parameter.getParameterAnnotations().length == 0
                ? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName)
                : Stream.empty();
    }
}

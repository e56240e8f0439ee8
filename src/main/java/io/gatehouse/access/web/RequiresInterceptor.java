package io.gatehouse.access.web;

import java.util.Arrays;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import io.gatehouse.access.Access;
import io.gatehouse.access.ApiCaller;
import io.gatehouse.access.Capability;
import io.gatehouse.access.ChosenGame;
import io.gatehouse.access.Requires;
import io.gatehouse.core.AppId;
import io.gatehouse.core.Username;

/** Asks the matrix, and an API token its scopes, before a handler method with {@link Requires} runs. */
@Component
class RequiresInterceptor implements HandlerInterceptor {

    private final Access access;
    private final ChosenGame chosen;

    RequiresInterceptor(Access access, ChosenGame chosen) {
        this.access = access;
        this.chosen = chosen;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(Requires.class)) {
            var requires = method.getMethodAnnotation(Requires.class);
            var who = new Username(request.getUserPrincipal().getName());
            var held = requires.onGame()
                    ? held(requires, who, chosen.get(request, who).appId())
                    : held(requires, who);
            ApiCaller.of(request.getUserPrincipal()).ifPresent(it -> it.requireScopeFor(held));
        }
        return true;
    }

    /** Those of the rights asked for that they have. */
    private List<Capability> held(Requires requires, Username who, AppId game) {
        var held = Arrays.stream(requires.value())
                .filter(it -> access.explain(who, it, game).allowed())
                .toList();
        if (held.isEmpty()) {
            access.require(who, requires.value()[0], game);
        }
        return held;
    }

    private List<Capability> held(Requires requires, Username who) {
        var held = Arrays.stream(requires.value())
                .filter(it -> access.explain(who, it).allowed())
                .toList();
        if (held.isEmpty()) {
            access.require(who, requires.value()[0]);
        }
        return held;
    }
}

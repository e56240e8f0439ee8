package io.gatehouse.access.web;

import java.util.Arrays;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import io.gatehouse.access.Access;
import io.gatehouse.access.ChosenGame;
import io.gatehouse.access.Requires;
import io.gatehouse.core.AppId;
import io.gatehouse.core.Username;

/** Asks the matrix before a handler method with {@link Requires} runs. */
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
            if (requires.onGame()) {
                check(requires, who, chosen.get(request, who).appId());
            } else {
                check(requires, who);
            }
        }
        return true;
    }

    private void check(Requires requires, Username who, AppId game) {
        if (Arrays.stream(requires.value())
                .noneMatch(it -> access.explain(who, it, game).allowed())) {
            access.require(who, requires.value()[0], game);
        }
    }

    private void check(Requires requires, Username who) {
        if (Arrays.stream(requires.value())
                .noneMatch(it -> access.explain(who, it).allowed())) {
            access.require(who, requires.value()[0]);
        }
    }
}

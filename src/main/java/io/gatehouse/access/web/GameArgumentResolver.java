package io.gatehouse.access.web;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import io.gatehouse.access.ChosenGame;
import io.gatehouse.access.Game;
import io.gatehouse.core.Username;

/** Hands a handler method the game its person works on. */
@Component
class GameArgumentResolver implements HandlerMethodArgumentResolver {

    private final ChosenGame chosen;

    GameArgumentResolver(ChosenGame chosen) {
        this.chosen = chosen;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Game.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = (HttpServletRequest) web.getNativeRequest();
        return chosen.get(request, new Username(request.getUserPrincipal().getName()));
    }
}

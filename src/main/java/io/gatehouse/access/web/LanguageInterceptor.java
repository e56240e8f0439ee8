package io.gatehouse.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;

import io.gatehouse.access.People;
import io.gatehouse.core.Username;

/** Changes the language by {@code ?lang=en} and {@code ?lang=zh}: of the pages, and of mails to that person. */
@Component
class LanguageInterceptor implements HandlerInterceptor {

    private final LocaleResolver locales;
    private final People people;

    LanguageInterceptor(LocaleResolver locales, People people) {
        this.locales = locales;
        this.people = people;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // of a form the parameters stand in the body, which is not ours to read here
        var asked = "GET".equals(request.getMethod()) ? request.getParameter("lang") : null;
        if (asked != null) {
            var locale = Language.of(asked).locale();
            locales.setLocale(request, response, locale);
            if (request.getUserPrincipal() != null) {
                people.speaks(new Username(request.getUserPrincipal().getName()), locale);
            }
        }
        return true;
    }
}

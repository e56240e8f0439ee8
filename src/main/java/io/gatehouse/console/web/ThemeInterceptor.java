package io.gatehouse.console.web;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;

/** Remembers light or dark from {@code ?theme=}, where no script does it. */
class ThemeInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // of a form the parameters stand in the body, which is not ours to read here
        var asked = "GET".equals(request.getMethod()) ? request.getParameter("theme") : null;
        if ("dark".equals(asked) || "light".equals(asked)) {
            var cookie = ResponseCookie.from(ConsoleModel.THEME, asked)
                    .path("/")
                    .sameSite("Lax")
                    .maxAge(Duration.ofDays(365))
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
        return true;
    }
}

package io.gatehouse.access.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Sends pages to the sign-in; calls made by scripts (Tasklist's, htmx') are answered with 401. */
class SignInOr401 extends LoginUrlAuthenticationEntryPoint {

    SignInOr401(String page) {
        super(page);
        setFavorRelativeUris(true); // whatever host the caller says this is
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException authenticationException)
            throws IOException, ServletException {
        if (request.getRequestURI().contains("/camunda/api/") || request.getHeader("HX-Request") != null) {
            response.sendError(HttpStatus.UNAUTHORIZED.value());
        } else {
            super.commence(request, response, authenticationException);
        }
    }
}

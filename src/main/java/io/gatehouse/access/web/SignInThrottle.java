package io.gatehouse.access.web;

import java.io.IOException;
import java.util.Objects;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.web.filter.OncePerRequestFilter;

import io.gatehouse.access.SignInTries;

/** Sends whoever tries too often back to the sign-in page, before the password is looked at. */
class SignInThrottle extends OncePerRequestFilter {

    private final SignInTries tries;

    SignInThrottle(SignInTries tries) {
        this.tries = tries;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !("POST".equals(request.getMethod()) && "/sign-in".equals(request.getServletPath()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var account = Objects.requireNonNullElse(request.getParameter("username"), "");
        var wait = tries.begin(account, request.getRemoteAddr());
        if (wait.isPresent()) {
            response.sendRedirect(
                    request.getContextPath() + "/sign-in?wait=" + wait.get().toSeconds());
        } else {
            chain.doFilter(request, response);
        }
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        var authentication = event.getAuthentication();
        if (authentication.getDetails() instanceof WebAuthenticationDetails details) {
            tries.succeeded(authentication.getName(), details.getRemoteAddress());
        }
    }
}

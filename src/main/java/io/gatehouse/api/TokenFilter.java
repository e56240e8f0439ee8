package io.gatehouse.api;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

import io.gatehouse.access.ApiTokens;

/** Recognizes programs by their API token, and tells those without one how to get it. */
class TokenFilter extends OncePerRequestFilter implements AuthenticationEntryPoint {

    private static final Pattern BEARER = Pattern.compile("(?i)Bearer +([A-Za-z0-9._~+/=-]{1,200})");
    private static final String WRONG = TokenFilter.class.getName() + ".wrong";

    private final ApiTokens tokens;
    private final Problems problems;

    TokenFilter(ApiTokens tokens, Problems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            request.setAttribute(WRONG, true);
            var bearer = BEARER.matcher(header);
            if (bearer.matches()) {
                tokens.caller(bearer.group(1)).ifPresent(it -> {
                    var context = SecurityContextHolder.createEmptyContext();
                    context.setAuthentication(it);
                    SecurityContextHolder.setContext(context);
                });
            }
        }
        chain.doFilter(request, response);
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException authenticationException)
            throws IOException {
        var wrong = request.getAttribute(WRONG) != null;
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                "Bearer realm=\"gatehouse\"" + (wrong ? ", error=\"invalid_token\"" : ""));
        var refusal =
                new ApiRefusal(ProblemKind.UNAUTHENTICATED, wrong ? "api.token-not-accepted" : "api.token-missing");
        problems.write(problems.of(refusal, request), request, response);
    }
}

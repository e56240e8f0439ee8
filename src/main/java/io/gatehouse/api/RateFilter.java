package io.gatehouse.api;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks a program that calls too often to wait for the next second. */
class RateFilter extends OncePerRequestFilter {

    private static final String NEXT_SECOND = "1";

    private final CallRate rate;
    private final Problems problems;

    RateFilter(CallRate rate, Problems problems) {
        this.rate = rate;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = request.getUserPrincipal();
        if (caller == null || rate.admits(caller.getName())) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, NEXT_SECOND);
        var refusal = new ApiRefusal(ProblemKind.TOO_MANY, "api.too-many", rate.limit());
        problems.write(problems.of(refusal, request), request, response);
    }
}

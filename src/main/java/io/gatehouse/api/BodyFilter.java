package io.gatehouse.api;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Reads a body once, up to what can be of use, so that it can be both compared and understood. */
class BodyFilter extends OncePerRequestFilter {

    private static final int MOST = 256 * 1024;

    /** A picture of 2 MB as base64 in JSON, and what stands around it. */
    private static final int MOST_WITH_PICTURE = 3 * 1024 * 1024;

    private final Problems problems;

    BodyFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var most = isForPicture(request) ? MOST_WITH_PICTURE : MOST;
        var body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
            var refusal = new ApiRefusal(ProblemKind.TOO_LARGE, "api.too-large", most / 1024);
            problems.write(problems.of(refusal, request), request, response);
            return;
        }
        var kept = new KeptBody(request, body);
        if (request.getHeader(IdempotencyInterceptor.HEADER) == null) {
            chain.doFilter(kept, response);
            return;
        }
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(kept, answer);
        answer.copyBodyToResponse();
    }

    private static boolean isForPicture(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/items")
                || request.getRequestURI().endsWith("/picture");
    }
}

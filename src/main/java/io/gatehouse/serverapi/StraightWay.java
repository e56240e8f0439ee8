package io.gatehouse.serverapi;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leads a payment callback straight to its handler. The filters in between serve people's sessions, forms and pages; a
 * callback proves by its signature who speaks, and there are more of them than of all other calls. Only the path exactly
 * as published takes this way: no other spelling can lead past the filters of another page.
 */
class StraightWay extends OncePerRequestFilter {

    private final String servlet;

    /** @param servlet name of the servlet that knows the handlers */
    StraightWay(String servlet) {
        this.servlet = servlet;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !SuperappController.PAID.equals(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        handlers().forward(request, response);
    }

    private RequestDispatcher handlers() throws ServletException {
        var dispatcher = getServletContext().getNamedDispatcher(servlet);
        if (dispatcher == null) {
            throw new ServletException("There is no servlet " + servlet);
        }
        return dispatcher;
    }
}

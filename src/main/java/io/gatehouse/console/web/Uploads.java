package io.gatehouse.console.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the files people send before anything else asks for a field of their form: who finds no field takes the form for
 * a forged one, and would say that instead of what is wrong with it.
 */
class Uploads extends OncePerRequestFilter {

    /** The key of what is wrong, for the error page. */
    private static final String FAULT = "uploadFault";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/form-data");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var fault = fault(request);
        if (fault == null) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(FAULT, "error.upload." + fault.name());
        response.sendError(fault.status.value());
    }

    private static @Nullable Fault fault(HttpServletRequest request) {
        try {
            request.getParts();
            return null;
        } catch (IllegalStateException e) {
            // a file or all of them are larger than the server takes
            return Fault.TOO_LARGE;
        } catch (IOException | ServletException e) {
            // no boundary, an end that never comes, a name of a file that is none
            return Fault.UNREADABLE;
        }
    }

    /** What can be wrong with the way files are sent. */
    private enum Fault {
        TOO_LARGE(HttpStatus.PAYLOAD_TOO_LARGE),
        UNREADABLE(HttpStatus.BAD_REQUEST);

        private final HttpStatus status;

        Fault(HttpStatus status) {
            this.status = status;
        }
    }
}

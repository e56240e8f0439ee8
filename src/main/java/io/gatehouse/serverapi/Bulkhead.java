package io.gatehouse.serverapi;

import java.io.IOException;
import java.util.concurrent.Semaphore;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets so many machines in at a time and asks the others to come back, so that a storm of calls is refused at once instead
 * of filling all threads, and people can still work. Payment callbacks have places of their own.
 */
class Bulkhead extends OncePerRequestFilter {

    private static final String RETRY_AFTER_SECONDS = "1";

    private final Semaphore places;
    private final Semaphore callbackPlaces;
    private final ObjectMapper json;

    Bulkhead(int places, int callbackPlaces, ObjectMapper json) {
        this.places = new Semaphore(places);
        this.callbackPlaces = new Semaphore(callbackPlaces);
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var door = Door.entered(request);
        var semaphore = door == Door.SUPERAPP ? callbackPlaces : places;
        if (!semaphore.tryAcquire()) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            json.writeValue(response.getOutputStream(), door.busy());
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            semaphore.release();
        }
    }
}

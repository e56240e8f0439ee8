package io.gatehouse.workflow;

import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import io.gatehouse.access.People;
import io.gatehouse.access.Role;
import io.gatehouse.core.Username;

/**
 * What passes to the engine's web applications: an allow-list by path, method and role ({@link TasklistPaths}), and no
 * request in which any key, at any depth, ends in {@code Expression}. The community release has two known holes
 * (CVE-2026-77226, CVE-2026-109432); the paths of the first do not exist here, the keys of the second do not pass.
 */
class TasklistGate extends OncePerRequestFilter {

    private static final int MOST_BYTES = 1 << 20;

    private final People people;
    private final ObjectMapper json;

    TasklistGate(People people, ObjectMapper json) {
        this.people = people;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var role = role();
        if (!TasklistPaths.allow(request.getMethod(), path, role.orElse(null))) {
            response.sendError(role.isPresent() ? HttpStatus.NOT_FOUND.value() : HttpStatus.FORBIDDEN.value());
            return;
        }
        if (Collections.list(request.getParameterNames()).stream().anyMatch(TasklistGate::isExpression)) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        if (!hasJsonBody(request)) {
            chain.doFilter(request, response);
            return;
        }
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES || !isHarmless(body)) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        chain.doFilter(new ReadAgain(request, body), response);
    }

    private Optional<Role> role() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null
                ? Optional.empty()
                : people.find(new Username(authentication.getName())).flatMap(it -> it.roleOutsideTeams());
    }

    private static boolean hasJsonBody(HttpServletRequest request) {
        return !"GET".equals(request.getMethod()) && !"OPTIONS".equals(request.getMethod());
    }

    private boolean isHarmless(byte[] body) throws IOException {
        if (body.length == 0) {
            return true;
        }
        try {
            return !namesExpression(json.readTree(body));
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static boolean namesExpression(JsonNode node) {
        for (var fields = node.fieldNames(); fields.hasNext(); ) {
            if (isExpression(fields.next())) {
                return true;
            }
        }
        for (var child : node) {
            if (namesExpression(child)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isExpression(String key) {
        return key.toLowerCase(Locale.ROOT).strip().endsWith("expression");
    }
}

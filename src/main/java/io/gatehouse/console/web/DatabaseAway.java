package io.gatehouse.console.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.WebUtils;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

import io.gatehouse.core.DatabaseFailures;

/**
 * Tells people that the database does not answer, on a page that needs none. Stands before the sessions, which are kept
 * there too: neither who reads nor what they may see is known any more.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class DatabaseAway extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(DatabaseAway.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private final ITemplateEngine templates;
    private final LocaleResolver locales;

    DatabaseAway(ITemplateEngine templates, LocaleResolver locales) {
        this.templates = templates;
        this.locales = locales;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted() || !isRead(request) || !isDatabaseAway(e)) {
                throw e;
            }
            log.warn("{} could not be shown: {}", request.getRequestURI(), e.getMessage());
            show(request, response);
        }
    }

    /** By a person, as a page; scripts and machines are told by the status alone, or in their own words. */
    private static boolean isRead(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static boolean isDatabaseAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuntimeException each && DatabaseFailures.isPassing(each)) {
                return true;
            }
        }
        return false;
    }

    private void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var repeatable = "GET".equals(request.getMethod());
        var locale = locale(request, repeatable);
        var exchange = JakartaServletWebApplication.buildApplication(getServletContext())
                .buildExchange(request, response);
        var page = templates.process("error/503", new WebContext(exchange, locale, model(request, repeatable)));
        response.resetBuffer();
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(page);
    }

    /** The language that was asked for with this very request is remembered when a page can be shown again. */
    private Locale locale(HttpServletRequest request, boolean repeatable) {
        var asked = repeatable ? request.getParameter("lang") : null;
        return asked == null
                ? locales.resolveLocale(request)
                : asked.toLowerCase(Locale.ROOT).startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    private static Map<String, Object> model(HttpServletRequest request, boolean repeatable) {
        var theme = WebUtils.getCookie(request, ConsoleModel.THEME);
        var dark = theme != null && "dark".equals(theme.getValue());
        if (!repeatable) {
            return Map.of("repeatable", false, "dark", dark);
        }
        var here = ServletUriComponentsBuilder.fromRequest(request)
                .scheme(null)
                .host(null)
                .port(null);
        return Map.of(
                "repeatable",
                true,
                "dark",
                dark,
                "here",
                here.build().toUriString(),
                "english",
                here.replaceQueryParam("lang", "en").build().toUriString(),
                "chinese",
                here.replaceQueryParam("lang", "zh").build().toUriString());
    }
}

package io.gatehouse.api;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

import io.gatehouse.core.Refusal;
import io.gatehouse.core.Sentences;

/** Says refusals as problem details (RFC 9457). */
@Component
class Problems {

    /** Where the kinds of problems are explained. */
    static final String PAGE = "/api";

    private final Sentences sentences;
    private final MessageSource messages;
    private final LocaleResolver locales;
    private final ObjectMapper json;
    private final String publicUrl;

    Problems(
            Sentences sentences,
            MessageSource messages,
            LocaleResolver locales,
            ObjectMapper json,
            @Value("${gatehouse.public-url}") String publicUrl) {
        this.sentences = sentences;
        this.messages = messages;
        this.locales = locales;
        this.json = json;
        this.publicUrl = publicUrl;
    }

    ProblemDetail of(Refusal refusal, HttpServletRequest request) {
        var locale = locales.resolveLocale(request);
        var problem = of(ProblemKind.of(refusal), sentences.of(refusal, locale), refusal.code(), request, locale);
        var errors = refusal.faults().stream()
                .map(it -> new FieldProblem(it.field(), it.code(), sentences.of(it, locale)))
                .toList();
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return problem;
    }

    /** For what has no sentence of its own. */
    ProblemDetail of(ProblemKind kind, HttpServletRequest request) {
        var locale = locales.resolveLocale(request);
        return of(kind, say("api.problem." + kind.key() + ".text", locale), "api." + kind.key(), request, locale);
    }

    void write(ProblemDetail problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_LANGUAGE, locales.resolveLocale(request).toLanguageTag());
        json.writeValue(response.getOutputStream(), problem);
    }

    private ProblemDetail of(ProblemKind kind, String detail, String code, HttpServletRequest request, Locale locale) {
        var problem = ProblemDetail.forStatusAndDetail(kind.status(), detail);
        problem.setType(URI.create(publicUrl + PAGE + "#" + kind.key()));
        problem.setTitle(say("api.problem." + kind.key(), locale));
        problem.setInstance(URI.create(request.getRequestURI()));
        problem.setProperty("code", code);
        return problem;
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, new Object[0], locale);
    }
}

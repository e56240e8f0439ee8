package io.gatehouse.workflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camunda.bpm.engine.impl.errorcode.BuiltinExceptionCode;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Has Tasklist speak the language the person chose in the console: tells Tasklist's own script which it is, says what
 * the engine answers in it ({@link TasklistTexts}), and makes a refusal of the guard a plain sentence with status 409.
 */
class TasklistLanguage extends OncePerRequestFilter {

    private static final String LANGUAGE = "/camunda/app/tasklist/scripts/language.js";
    private static final String ENGINE = "/camunda/api/engine/engine/default/";
    private static final Pattern FORM = Pattern.compile(".*/deployed-(start-)?form");
    private static final Pattern ACT = Pattern.compile(ENGINE + "task/([\\w-]+)/(complete|submit-form|claim)");
    private static final Pattern BRIEFING = Pattern.compile(ENGINE + "task/([\\w-]+)/form-variables");
    private static final Pattern NAMES =
            Pattern.compile(ENGINE + "(filter|task|process-definition|group|identity/groups)(/.*)?");
    private static final Pattern DRAWING = Pattern.compile(".*/xml");
    private static final Pattern PICTURE = Pattern.compile(".*/diagram");

    private final LocaleResolver locales;
    private final TasklistTexts texts;
    private final ObjectMapper json;

    TasklistLanguage(LocaleResolver locales, TasklistTexts texts, ObjectMapper json) {
        this.locales = locales;
        this.texts = texts;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var language = locales.resolveLocale(request);
        if (path.equals(LANGUAGE)) {
            response.setContentType("text/javascript");
            response.setHeader("Cache-Control", "no-store");
            response.getWriter().print("export default '" + language.toLanguageTag() + "';\n");
            return;
        }
        LocaleContextHolder.setLocale(language);
        try {
            if (NAMES.matcher(path).matches() && !PICTURE.matcher(path).matches()) {
                var answer = new ContentCachingResponseWrapper(response);
                chain.doFilter(request, answer);
                say(answer, path, language);
                answer.copyBodyToResponse();
            } else {
                chain.doFilter(request, response);
            }
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private void say(ContentCachingResponseWrapper answer, String path, Locale language) throws IOException {
        var type = answer.getContentType();
        if (answer.getContentSize() == 0 || type == null || !type.contains("json") && !isForm(path)) {
            return;
        }
        var said = json.readTree(answer.getContentAsByteArray());
        var briefing = BRIEFING.matcher(path);
        if (answer.getStatus() >= HttpStatus.BAD_REQUEST.value()) {
            refusal(said, path, answer, language);
        } else if (DRAWING.matcher(path).matches()) {
            texts.drawing(said, language);
        } else if (isForm(path)) {
            texts.form(said, language);
        } else if (briefing.matches()) {
            texts.briefing(said, briefing.group(1), language);
        } else {
            texts.names(said, language);
        }
        answer.resetBuffer();
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        answer.getOutputStream().write(json.writeValueAsBytes(said));
    }

    private static boolean isForm(String path) {
        return FORM.matcher(path).matches();
    }

    /**
     * The engine puts its own words before a refusal, and calls it an error of the server; of two claims or completions at
     * the same moment it tells the slower one by its own words only.
     */
    private void refusal(JsonNode said, String path, HttpServletResponse answer, Locale language) {
        var act = ACT.matcher(path);
        var code = said.path("code").asInt();
        if (!(said instanceof ObjectNode error)) {
            return;
        }
        if (code == RefusedByGuard.CODE) {
            conflict(error, said.path("message").asText().replaceFirst("^Cannot [\\w ]+ [\\w:-]+: ", ""), answer);
            error.putPOJO("fields", RefusedFields.kept());
        } else if (code == BuiltinExceptionCode.OPTIMISTIC_LOCKING.getCode() && act.matches()) {
            conflict(error, texts.tooLate(act.group(1), act.group(2), language), answer);
        }
    }

    private static void conflict(ObjectNode error, String sentence, HttpServletResponse answer) {
        error.put("message", sentence);
        answer.setStatus(HttpStatus.CONFLICT.value());
        answer.setContentType(MediaType.APPLICATION_JSON_VALUE);
    }
}

package io.gatehouse.api;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

import io.gatehouse.access.ApiCaller;
import io.gatehouse.core.InvalidValue;

/**
 * Lets a caller repeat a POST whose answer was lost: with the same {@value #HEADER} it is done once and answered alike.
 * Asked after the rights, so that a repeat is answered only to who may still call.
 */
@Component
class IdempotencyInterceptor implements HandlerInterceptor {

    static final String HEADER = "Idempotency-Key";

    /** Says of an answer that it is the one given before. */
    static final String REPLAYED = "Idempotency-Replayed";

    private static final String BEGUN = IdempotencyInterceptor.class.getName() + ".begun";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** No call runs longer: what has no answer by then was cut off. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(1);

    private static final String NEXT_SECOND = "1";

    private final KeptAnswers answers;
    private final Clock clock;

    IdempotencyInterceptor(KeptAnswers answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    private record Call(UUID token, String key) {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var key = request.getHeader(HEADER);
        var caller = ApiCaller.of(request.getUserPrincipal());
        if (key == null || caller.isEmpty() || !HttpMethod.POST.matches(request.getMethod())) {
            return true;
        }
        if (!KEY.matcher(key).matches()) {
            throw new InvalidValue(HEADER, "api.key-invalid");
        }
        var call = new Call(caller.get().token().id(), key);
        var hash = hash(request);
        var before = answers.begin(call.token(), key, hash);
        if (before.isEmpty()) {
            request.setAttribute(BEGUN, call);
            return true;
        }
        replay(before.get(), hash, response);
        return false;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception exception) {
        if (!(request.getAttribute(BEGUN) instanceof Call call)) {
            return;
        }
        var answer = WebUtils.getNativeResponse(response, ContentCachingResponseWrapper.class);
        var status = HttpStatus.valueOf(response.getStatus());
        if (exception == null && answer != null && status.is2xxSuccessful()) {
            answers.end(
                    call.token(),
                    call.key(),
                    new KeptAnswer(
                            "",
                            clock.instant(),
                            status.value(),
                            answer.getContentType(),
                            answer.getHeader(HttpHeaders.LOCATION),
                            answer.getHeader(HttpHeaders.ETAG),
                            answer.getContentAsByteArray()));
        } else {
            answers.forget(call.token(), call.key());
        }
    }

    private void replay(KeptAnswer before, String hash, HttpServletResponse response) throws IOException {
        if (!before.requestHash().equals(hash)) {
            throw new ApiRefusal(ProblemKind.KEY_REUSED, "api.key-reused");
        }
        var status = before.status();
        if (status == null) {
            if (before.startedAt().plus(LONGEST_CALL).isBefore(clock.instant())) {
                throw new ApiRefusal(ProblemKind.CONFLICT, "api.key-cut-off");
            }
            response.setHeader(HttpHeaders.RETRY_AFTER, NEXT_SECOND);
            throw new ApiRefusal(ProblemKind.CONFLICT, "api.key-running");
        }
        response.setStatus(status);
        response.setHeader(REPLAYED, "true");
        set(response, HttpHeaders.CONTENT_TYPE, before.contentType());
        set(response, HttpHeaders.LOCATION, before.location());
        set(response, HttpHeaders.ETAG, before.etag());
        response.getOutputStream().write(Objects.requireNonNull(before.body()));
    }

    private static void set(HttpServletResponse response, String header, @Nullable String value) {
        if (value != null) {
            response.setHeader(header, value);
        }
    }

    /** Of all that makes it this call: where to, how, and what. */
    private static String hash(HttpServletRequest request) {
        var body = Objects.requireNonNull(WebUtils.getNativeRequest(request, KeptBody.class))
                .body();
        var line = "%s %s?%s\n".formatted(request.getMethod(), request.getRequestURI(), request.getQueryString());
        var digest = DigestUtils.updateDigest(DigestUtils.getSha256Digest(), line);
        return Hex.encodeHexString(digest.digest(body));
    }
}

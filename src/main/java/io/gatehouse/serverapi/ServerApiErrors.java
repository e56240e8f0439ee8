package io.gatehouse.serverapi;

import java.util.Locale;
import java.util.Map;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import io.gatehouse.core.DatabaseFailures;
import io.gatehouse.core.Forbidden;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Refusal;
import io.gatehouse.core.Sentences;

/** What machines are told when something is refused or goes wrong; asked before the advice that speaks to people. */
@RestControllerAdvice(annotations = MachineRoute.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ServerApiErrors {

    private static final Logger log = LoggerFactory.getLogger(ServerApiErrors.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private final Sentences sentences;

    ServerApiErrors(Sentences sentences) {
        this.sentences = sentences;
    }

    /** As published: the number says what it is; the HTTP status is 200 unless it was a file that was asked for. */
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(ApiError error) {
        var answer = ResponseEntity.status(error.status());
        if (error.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return json(answer, error.answer());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> foreign(Forbidden refusal, HttpServletRequest request) {
        return refused(HttpStatus.UNAUTHORIZED, refusal, request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unreadable(InvalidValue refusal, HttpServletRequest request) {
        return refused(HttpStatus.BAD_REQUEST, refusal, request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unknown(NotFound refusal, HttpServletRequest request) {
        return refused(HttpStatus.NOT_FOUND, refusal, request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> conflicting(IllegalTransition refusal, HttpServletRequest request) {
        return refused(HttpStatus.CONFLICT, refusal, request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unusable(RawBody.Unusable e, HttpServletRequest request) {
        var answer = ResponseEntity.status(e.status());
        if (e.status() == HttpStatus.PAYLOAD_TOO_LARGE) {
            answer.header(HttpHeaders.CONNECTION, "close"); // the rest will not be read
        }
        return json(answer, Door.entered(request).unreadable(e.status(), e.sentence()));
    }

    /** What the framework refuses once a route was found, for example an answer in a form that there is not. */
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unsuitable(ServletException e, HttpServletRequest request) {
        var status = e instanceof ErrorResponse error
                ? HttpStatus.valueOf(error.getStatusCode().value())
                : HttpStatus.INTERNAL_SERVER_ERROR;
        log.warn("A machine was refused: {}", e.getMessage());
        return json(
                ResponseEntity.status(status),
                Door.entered(request).says(status, ErrCode.SYSTEM, status.getReasonPhrase()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> failed(RuntimeException e, HttpServletRequest request) {
        return DatabaseFailures.isPassing(e) ? databaseAway(e, request) : broken(e, request);
    }

    /** Nothing was acknowledged, so whoever called may and should call again. */
    private static ResponseEntity<Map<String, Object>> databaseAway(RuntimeException e, HttpServletRequest request) {
        log.warn("A machine was asked to come back: {}", e.getMessage());
        return json(
                ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS),
                Door.entered(request).busy());
    }

    private static ResponseEntity<Map<String, Object>> broken(RuntimeException e, HttpServletRequest request) {
        log.error("A call of a machine failed", e);
        var status = HttpStatus.INTERNAL_SERVER_ERROR;
        return json(ResponseEntity.status(status), Door.entered(request).says(status, ErrCode.SYSTEM, "system error"));
    }

    /** As JSON whatever the caller accepts: a refusal that nobody may read would become a failure of ours. */
    private static ResponseEntity<Map<String, Object>> json(
            ResponseEntity.BodyBuilder answer, Map<String, Object> body) {
        return answer.contentType(MediaType.APPLICATION_JSON).body(body);
    }

    private ResponseEntity<Map<String, Object>> refused(
            HttpStatus status, Refusal refusal, HttpServletRequest request) {
        var sentence = sentences.of(refusal, Locale.ENGLISH);
        log.warn("A machine was refused: {}", sentence);
        var door = Door.entered(request);
        return json(
                ResponseEntity.status(door == Door.SUPERAPP ? status : HttpStatus.OK),
                door.unreadable(status, sentence));
    }
}

package io.gatehouse.serverapi;

import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

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

    /** As published: the number says what it is, the HTTP status is 200. */
    @ExceptionHandler
    Map<String, Object> refused(ApiError error) {
        return error.answer();
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> foreign(Forbidden refusal) {
        return refused(HttpStatus.UNAUTHORIZED, refusal);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unreadable(InvalidValue refusal) {
        return refused(HttpStatus.BAD_REQUEST, refusal);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unknown(NotFound refusal) {
        return refused(HttpStatus.NOT_FOUND, refusal);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> conflicting(IllegalTransition refusal) {
        return refused(HttpStatus.CONFLICT, refusal);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> tooLong(RawBody.TooLong e) {
        return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE)
                .header(HttpHeaders.CONNECTION, "close")
                .body(ErrCode.PARAMETER
                        .because("the body is longer than 256 KiB")
                        .answer());
    }

    /** Nothing was acknowledged, so whoever called may and should call again. */
    @ExceptionHandler({
        CannotCreateTransactionException.class,
        TransactionSystemException.class,
        JpaSystemException.class,
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class
    })
    ResponseEntity<Map<String, Object>> databaseAway(RuntimeException e, HttpServletRequest request) {
        log.warn("A machine was asked to come back: {}", e.getMessage());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .body(Busy.answer(request));
    }

    private ResponseEntity<Map<String, Object>> refused(HttpStatus status, Refusal refusal) {
        var sentence = sentences.of(refusal, Locale.ENGLISH);
        log.warn("A machine was refused: {}", sentence);
        return ResponseEntity.status(status).body(Envelope.refused(status, sentence));
    }
}

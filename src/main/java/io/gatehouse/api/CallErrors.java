package io.gatehouse.api;

import java.util.stream.Collectors;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

import io.gatehouse.core.DatabaseFailures;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Refusal;

/** What callers of the management API are told when something is refused. */
@RestControllerAdvice(basePackageClasses = CallErrors.class)
@Order(50)
class CallErrors {

    private static final Logger log = LoggerFactory.getLogger(CallErrors.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private final Problems problems;

    CallErrors(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, HttpServletRequest request) {
        return answer(problems.of(refusal, request));
    }

    /** Two at the same moment: one changed it, the other has read what is no more, or made what is there by now. */
    @ExceptionHandler({OptimisticLockingFailureException.class, DuplicateKeyException.class})
    ResponseEntity<ProblemDetail> changedMeanwhile(RuntimeException exception, HttpServletRequest request) {
        var kind =
                request.getHeader(HttpHeaders.IF_MATCH) == null ? ProblemKind.CONFLICT : ProblemKind.CHANGED_MEANWHILE;
        return refused(new ApiRefusal(kind, "api.changed-at-once"), request);
    }

    /** The body is no JSON, or no JSON of this shape: names the place. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException exception, HttpServletRequest request) {
        return refused(unreadable(exception.getCause()), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongType(MethodArgumentTypeMismatchException exception, HttpServletRequest request) {
        return refused(
                new InvalidValue(exception.getName(), "api.parameter-type", String.valueOf(exception.getValue())),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(
            MissingServletRequestParameterException exception, HttpServletRequest request) {
        return refused(new InvalidValue(exception.getParameterName(), "api.field-missing"), request);
    }

    /** What the framework refuses once a route was found. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unsuitable(ServletException exception, HttpServletRequest request) {
        var kind =
                exception instanceof ErrorResponse error ? ProblemKind.of(error.getStatusCode()) : ProblemKind.BROKEN;
        return answer(problems.of(kind, request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(RuntimeException exception, HttpServletRequest request) {
        return DatabaseFailures.isPassing(exception) ? databaseAway(exception, request) : broken(exception, request);
    }

    /** Nothing was acknowledged, so whoever called may and should call again. */
    private ResponseEntity<ProblemDetail> databaseAway(RuntimeException exception, HttpServletRequest request) {
        log.warn("A caller of the API was asked to come back: {}", exception.getMessage());
        var problem = problems.of(ProblemKind.BUSY, request);
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private ResponseEntity<ProblemDetail> broken(RuntimeException exception, HttpServletRequest request) {
        log.error("A call of the API failed", exception);
        return answer(problems.of(ProblemKind.BROKEN, request));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static Refusal unreadable(@Nullable Throwable cause) {
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return new InvalidValue(place(unknown), "api.field-unknown", unknown.getPropertyName());
        }
        if (cause instanceof JsonMappingException shape && !shape.getPath().isEmpty()) {
            return shape.getCause() instanceof Refusal refusal
                    ? refusal
                    : new InvalidValue(place(shape), "api.field-type");
        }
        if (cause instanceof JsonProcessingException broken && broken.getLocation() != null) {
            return new ApiRefusal(
                    ProblemKind.UNREADABLE,
                    "api.not-json",
                    broken.getLocation().getLineNr(),
                    broken.getLocation().getColumnNr());
        }
        return new ApiRefusal(ProblemKind.UNREADABLE, "api.no-body");
    }

    /** For example {@code price.minor} or {@code items[2]}. */
    private static String place(JsonMappingException exception) {
        return exception.getPath().stream()
                .map(it -> it.getFieldName() == null ? "[" + it.getIndex() + "]" : "." + it.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}

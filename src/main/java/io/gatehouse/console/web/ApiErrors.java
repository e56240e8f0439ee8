package io.gatehouse.console.web;

import java.util.List;
import java.util.Map;

import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import io.gatehouse.core.Refusal;
import io.gatehouse.core.Sentences;

/** Answers machines with problem details (RFC 9457). Ordered before the pages' advice, or they would get HTML. */
@RestControllerAdvice(annotations = RestController.class)
@Order(100)
class ApiErrors extends ResponseEntityExceptionHandler {

    private final Sentences sentences;

    ApiErrors(Sentences sentences) {
        this.sentences = sentences;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal) {
        var status = RefusalStatus.of(refusal);
        var problem = ProblemDetail.forStatusAndDetail(status, sentences.of(refusal));
        problem.setProperty("code", refusal.code());
        var fields = fields(refusal);
        if (!fields.isEmpty()) {
            problem.setProperty("errors", fields);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> changedMeanwhile(OptimisticLockingFailureException exception) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, sentences.of(RefusalStatus.MEANWHILE)));
    }

    private List<Map<String, String>> fields(Refusal refusal) {
        return refusal.faults().stream()
                .map(it -> Map.of("field", it.field(), "message", sentences.of(it)))
                .toList();
    }
}

package io.gatehouse.console.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

import io.gatehouse.core.Refusal;
import io.gatehouse.core.Sentences;

/** Shows people a refusal that the page itself did not place: as a page, or as a notice on the page htmx asked from. */
@ControllerAdvice
@Order(200)
class PageErrors {

    private final Sentences sentences;
    private final ConsoleModel model;

    PageErrors(Sentences sentences, ConsoleModel model) {
        this.sentences = sentences;
        this.model = model;
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        var status = RefusalStatus.of(refusal);
        var partOfPage = request.getHeader("HX-Request") != null;
        var page = new ModelAndView(partOfPage ? "fragments/notice :: refused" : "error/" + status.value(), status);
        if (partOfPage) {
            response.setHeader("HX-Retarget", "#page");
            response.setHeader("HX-Reswap", "afterbegin");
        }
        page.addObject("sentence", sentences.of(refusal));
        page.addObject(ConsoleModel.SHELL, model.shell(request));
        return page;
    }

    @ExceptionHandler
    ModelAndView changedMeanwhile(
            OptimisticLockingFailureException exception, HttpServletRequest request, HttpServletResponse response) {
        return refused(RefusalStatus.MEANWHILE, request, response);
    }
}

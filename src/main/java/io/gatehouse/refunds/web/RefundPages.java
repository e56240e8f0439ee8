package io.gatehouse.refunds.web;

import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Sentences;
import io.gatehouse.core.Username;
import io.gatehouse.refunds.RefundQuestions;
import io.gatehouse.refunds.RefundView;
import io.gatehouse.workflow.Forms;
import io.gatehouse.workflow.InvalidForm;
import io.gatehouse.workflow.OpenTask;
import io.gatehouse.workflow.TypedFields;

/** One refund on a page, with the form of the task that waits for the reader, if one does. */
@Component
class RefundPages {

    private final RefundQuestions questions;
    private final Forms forms;
    private final Timeline timeline;
    private final Sentences sentences;

    RefundPages(RefundQuestions questions, Forms forms, Timeline timeline, Sentences sentences) {
        this.questions = questions;
        this.forms = forms;
        this.timeline = timeline;
        this.sentences = sentences;
    }

    /** The task that waits for the team, or for the superapp's people. */
    Optional<OpenTask> task(RefundView refund, boolean ofTheTeam) {
        return questions.of(refund, ofTheTeam);
    }

    void fill(Model model, RefundView refund, Optional<OpenTask> task) {
        model.addAttribute("refund", refund);
        model.addAttribute("timeline", timeline.of(refund));
        task.ifPresent(it -> {
            model.addAttribute("task", it);
            model.addAttribute("form", forms.get(it.form()));
        });
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", Map.of());
            model.addAttribute("values", Map.of());
        }
    }

    /** @return field → sentence of what was refused, under "" what is about no field; empty if it is answered */
    Map<String, String> answer(RefundView refund, boolean ofTheTeam, Map<String, String> submitted, Username by) {
        try {
            questions.answer(refund, ofTheTeam, TypedFields.of(submitted), by);
            return Map.of();
        } catch (InvalidForm | InvalidValue | IllegalTransition e) {
            var errors = sentences.byField(e);
            return errors.isEmpty() ? Map.of("", sentences.of(e)) : errors;
        }
    }
}

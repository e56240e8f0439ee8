package io.gatehouse.audit.web;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.Notice;
import io.gatehouse.workflow.FailedSteps;

/** The steps that keep failing, why, and another try. */
@Controller
@RequestMapping("/operations")
class OperationsController {

    private final FailedSteps steps;
    private final Access access;
    private final ApplicationEventPublisher events;

    OperationsController(FailedSteps steps, Access access, ApplicationEventPublisher events) {
        this.steps = steps;
        this.access = access;
        this.events = events;
    }

    @GetMapping
    @Requires(value = Capability.OPERATIONS_VIEW, onGame = false)
    String show(Person me, Model model) {
        model.addAttribute("steps", steps.all());
        model.addAttribute("mayRetry", access.explain(me.username(), Capability.OPERATIONS_RETRY));
        model.addAttribute("mayAudit", access.explain(me.username(), Capability.AUDIT_VIEW));
        return "audit/operations";
    }

    @PostMapping("/{jobId}/retry")
    @Requires(value = Capability.OPERATIONS_RETRY, onGame = false)
    String retry(@PathVariable String jobId, Person me, RedirectAttributes redirect) {
        var step = steps.retry(jobId);
        var event = BusinessEvent.of("step.retried", me.username().value(), step.process() + " " + step.activity());
        events.publishEvent(step.businessKey() == null ? event : event.under(step.businessKey()));
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done("operations.retried", step.activity()));
        return "redirect:/operations";
    }
}

package io.gatehouse.console.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.gatehouse.access.Person;
import io.gatehouse.core.AppId;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.Notice;
import io.gatehouse.core.Refusal;
import io.gatehouse.core.Sentences;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.RequestStatus;
import io.gatehouse.workflow.TypedFields;
import io.gatehouse.workflow.UserTasks;

/** The review pages: the queue, and one request with all that its decision needs. */
@Controller
@RequestMapping("/reviews")
class ReviewController {

    private final ReviewQueue queue;
    private final AskedOfMe asked;
    private final ReviewCase cases;
    private final ReleasePage releases;
    private final UserTasks tasks;
    private final Sentences sentences;

    ReviewController(
            ReviewQueue queue,
            AskedOfMe asked,
            ReviewCase cases,
            ReleasePage releases,
            UserTasks tasks,
            Sentences sentences) {
        this.queue = queue;
        this.asked = asked;
        this.cases = cases;
        this.releases = releases;
        this.tasks = tasks;
        this.sentences = sentences;
    }

    /**
     * @param of the game whose questions are shown, if only one's are
     * @param after where the page of questions begins
     */
    @GetMapping
    @ForReviewers
    String list(
            Person me,
            @RequestParam(required = false) @Nullable RequestKind kind,
            @RequestParam(required = false) @Nullable AppId of,
            @RequestParam(required = false) @Nullable String after,
            Model page) {
        var rows = queue.of(me);
        var others = asked.of(me, kind, of, after);
        var counts = queue.counts(me, rows);
        others.forEach(it -> counts.put(it.kind(), it.waiting()));
        page.addAttribute(
                "all", counts.values().stream().mapToLong(Long::longValue).sum());
        page.addAttribute(
                "late",
                rows.stream().filter(ReviewRow::overdue).count()
                        + others.stream().mapToLong(Asked::late).sum());
        page.addAttribute("counts", counts);
        page.addAttribute("kind", kind);
        page.addAttribute("rows", kind == null ? rows : queue.of(me, kind));
        page.addAttribute(
                "asked",
                others.stream().filter(it -> kind == null || it.kind() == kind).toList());
        return "reviews/list";
    }

    @GetMapping("/{number}")
    @ForReviewers
    String show(@PathVariable String number, Person me, Model page) {
        if (cases.request(number).kind() == RequestKind.REFUND) {
            return "redirect:/refunds/" + number;
        }
        return page(number, me, Map.of(), page);
    }

    @PostMapping("/{number}/decision")
    @ForReviewers
    String decide(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Person me,
            Model page,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        try {
            var values = new LinkedHashMap<>(TypedFields.of(typed));
            values.keySet().removeIf(it -> it.equals("task") || it.startsWith("v.") || it.startsWith("why."));
            values.values().removeIf(it -> it.toString().isBlank());
            complete(number, typed.getOrDefault("task", ""), me, values);
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done("reviews.decided", number));
            return "redirect:/reviews/" + number;
        } catch (Refusal refusal) {
            response.setStatus(RefusalStatus.ofForm(refusal).value());
            page.addAttribute("values", typed);
            page.addAttribute("errors", sentences.byField(refusal));
            page.addAttribute("refused", sentences.of(refusal));
            return page(number, me, typed, page);
        }
    }

    /** Others see then who is at it; nobody else has to wait for them. */
    @PostMapping("/{number}/claim")
    @ForReviewers
    String claim(
            @PathVariable String number,
            @RequestParam String task,
            Person me,
            Model page,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return held(number, me, page, redirect, response, () -> tasks.claim(task, me.username()));
    }

    @PostMapping("/{number}/letting-go")
    @ForReviewers
    String letGo(
            @PathVariable String number,
            @RequestParam String task,
            Person me,
            Model page,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return held(number, me, page, redirect, response, () -> tasks.letGo(task, me.username()));
    }

    /** A refund has a page elsewhere, which says what was refused as a notice. */
    private String held(
            String number,
            Person me,
            Model page,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Runnable change) {
        var refund = cases.request(number).kind() == RequestKind.REFUND;
        try {
            change.run();
        } catch (Refusal refusal) {
            if (!refund) {
                response.setStatus(RefusalStatus.ofForm(refusal).value());
                page.addAttribute("refused", sentences.of(refusal));
                return page(number, me, Map.of(), page);
            }
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.refused(refusal));
        }
        return "redirect:" + (refund ? "/refunds/" : "/reviews/") + number;
    }

    /** A release, item by item; what is left open waits. */
    @PostMapping("/{number}/verdicts")
    @ForReviewers
    String decideItems(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Person me,
            Model page,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        try {
            var open = releases.decide(number, typed, me.username());
            redirect.addFlashAttribute(
                    Notice.ATTRIBUTE,
                    open == 0
                            ? Notice.done("reviews.decided", number)
                            : Notice.mind("reviews.items-left", number, open));
            return "redirect:/reviews/" + number;
        } catch (Refusal refusal) {
            response.setStatus(RefusalStatus.ofForm(refusal).value());
            page.addAttribute("values", typed);
            page.addAttribute("itemErrors", refusal instanceof RefusedItems it ? it.items() : Map.of());
            page.addAttribute("refused", sentences.of(refusal));
            return page(number, me, typed, page);
        }
    }

    /** Several requests at once: each is decided on its own, and those refused say why. */
    @PostMapping("/decisions")
    @ForReviewers
    String decideAll(
            @RequestParam(defaultValue = "") List<String> number,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String note,
            Person me,
            Model page,
            HttpServletResponse response) {
        var refused = new LinkedHashMap<String, String>();
        for (var each : number) {
            try {
                var values = new LinkedHashMap<String, Object>(Map.of("decision", decision));
                if (!note.isBlank()) {
                    values.put("note", note);
                }
                complete(each, "", me, values);
            } catch (Refusal refusal) {
                refused.put(each, sentences.of(refusal));
                response.setStatus(RefusalStatus.ofForm(refusal).value());
            }
        }
        page.addAttribute("refusedOnes", refused);
        page.addAttribute("note", refused.isEmpty() ? "" : note);
        page.addAttribute("decidedCount", number.size() - refused.size());
        return list(me, null, null, null, page);
    }

    private String page(String number, Person me, Map<String, String> typed, Model page) {
        cases.show(number, me, page);
        if (cases.request(number).kind() == RequestKind.RELEASE) {
            releases.show(number, me, typed, page);
            return "reviews/release";
        }
        return "reviews/request";
    }

    /** @param task the task the page showed; empty for whichever waits */
    private void complete(String number, String task, Person me, Map<String, Object> values) {
        var waiting = cases.task(number)
                .filter(it -> task.isEmpty() || it.id().equals(task))
                .orElseThrow(() -> {
                    var request = cases.request(number);
                    return request.status() == RequestStatus.IN_PROGRESS
                            ? new IllegalTransition("reviews.moved-on", number)
                            : new IllegalTransition(
                                    "request.already-decided",
                                    number,
                                    request.status(),
                                    Objects.requireNonNull(request.decidedBy()));
                });
        tasks.complete(waiting.id(), me.username(), values);
    }
}

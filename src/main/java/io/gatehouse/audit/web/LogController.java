package io.gatehouse.audit.web;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.gatehouse.access.Capability;
import io.gatehouse.access.Games;
import io.gatehouse.access.People;
import io.gatehouse.access.Requires;
import io.gatehouse.audit.BusinessLog;
import io.gatehouse.audit.LogDetails;
import io.gatehouse.core.Notice;

/** The business log, row by row, and the check of its chain. */
@Controller
@RequestMapping("/audit/log")
class LogController {

    private final BusinessLog log;
    private final LogDetails details;
    private final Games games;
    private final People people;
    private final Days days;

    LogController(BusinessLog log, LogDetails details, Games games, People people, Days days) {
        this.log = log;
        this.details = details;
        this.games = games;
        this.people = people;
        this.days = days;
    }

    @GetMapping
    @Requires(value = Capability.AUDIT_VIEW, onGame = false)
    String list(LogQuery query, @RequestParam(required = false) @Nullable Long after, Model model) {
        model.addAttribute("query", query);
        model.addAttribute("page", log.find(query.filter(days), after));
        model.addAttribute("details", details);
        model.addAttribute("games", games.all());
        model.addAttribute("people", people.all());
        model.addAttribute(
                "names",
                people.all().stream()
                        .collect(Collectors.toMap(it -> it.username().value(), it -> it.name())));
        model.addAttribute("verdict", log.latestVerdict());
        model.addAttribute("headsFile", log.headsFile());
        return "audit/log";
    }

    /** Changes nothing but what the page says about the chain. */
    @PostMapping("/verification")
    @Requires(value = Capability.AUDIT_VIEW, onGame = false)
    String verify(RedirectAttributes redirect) {
        var verdict = log.verify();
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                verdict.isUnbroken()
                        ? Notice.done("audit.verified", verdict.checked())
                        : new Notice(
                                "bad", "audit.broken", List.of(verdict.fault().position())));
        return "redirect:/audit/log";
    }
}

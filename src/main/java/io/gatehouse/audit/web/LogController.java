package io.gatehouse.audit.web;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.gatehouse.access.Capability;
import io.gatehouse.access.Lookup;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.audit.BusinessLog;
import io.gatehouse.audit.LogDetails;
import io.gatehouse.audit.LogLine;
import io.gatehouse.core.Notice;
import io.gatehouse.core.Page;

/** The business log, row by row, and the check of its chain. */
@Controller
@RequestMapping("/audit/log")
class LogController {

    private final BusinessLog log;
    private final LogDetails details;
    private final Lookup lookup;
    private final Named named;
    private final Days days;

    LogController(BusinessLog log, LogDetails details, Lookup lookup, Named named, Days days) {
        this.log = log;
        this.details = details;
        this.lookup = lookup;
        this.named = named;
        this.days = days;
    }

    @GetMapping
    @Requires(value = Capability.AUDIT_VIEW, onGame = false)
    String list(LogQuery query, @RequestParam(required = false) @Nullable Long after, Person me, Model model) {
        var meaning = query.meaning(lookup, me.username());
        var page = meaning.isUnclear()
                ? new Page<LogLine>(List.of(), null)
                : log.find(query.with(meaning).filter(days), after);
        model.addAttribute("query", query);
        model.addAttribute("meaning", meaning);
        model.addAttribute("page", page);
        model.addAttribute("details", details);
        model.addAttribute("names", named.people(page.rows()));
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

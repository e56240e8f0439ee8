package io.gatehouse.audit.web;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.access.Lookup;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.audit.CaseLine;
import io.gatehouse.audit.Cases;
import io.gatehouse.audit.Evidence;
import io.gatehouse.core.Page;
import io.gatehouse.workflow.ModelWords;

/** The cases: all of them in a list, and each on one page. Nothing here changes anything. */
@Controller
@RequestMapping("/audit")
class AuditController {

    private final Cases cases;
    private final Evidence evidence;
    private final Lookup lookup;
    private final Named named;
    private final Access access;
    private final Days days;
    private final CaseWorkbook workbook;
    private final ModelWords words;

    AuditController(
            Cases cases,
            Evidence evidence,
            Lookup lookup,
            Named named,
            Access access,
            Days days,
            CaseWorkbook workbook,
            ModelWords words) {
        this.cases = cases;
        this.evidence = evidence;
        this.lookup = lookup;
        this.named = named;
        this.access = access;
        this.days = days;
        this.workbook = workbook;
        this.words = words;
    }

    @GetMapping
    @Requires(value = Capability.AUDIT_VIEW, onGame = false)
    String list(CaseQuery query, @RequestParam(required = false) @Nullable String after, Person me, Model model) {
        var meaning = query.meaning(lookup, me.username());
        var page = meaning.isUnclear()
                ? new Page<CaseLine>(List.of(), null)
                : cases.find(query.with(meaning).search(days), after);
        model.addAttribute("query", query);
        model.addAttribute("meaning", meaning);
        model.addAttribute("page", page);
        model.addAttribute("kinds", Kinds.each());
        model.addAttribute("teams", named.teams(page));
        model.addAttribute("names", named.people(page));
        model.addAttribute("mayExport", access.explain(me.username(), Capability.AUDIT_EXPORT));
        return "audit/cases";
    }

    @GetMapping("/cases.xlsx")
    @Requires(value = Capability.AUDIT_EXPORT, onGame = false)
    void export(CaseQuery query, Person me, HttpServletResponse response) throws IOException {
        var clear = query.with(query.meaning(lookup, me.username()));
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"gatehouse-cases.xlsx\"");
        workbook.write(clear, me.username(), response.getOutputStream());
    }

    @GetMapping("/cases/{number}")
    @Requires(value = Capability.AUDIT_VIEW, onGame = false)
    String show(@PathVariable String number, Person me, Model model) {
        var view = cases.get(number);
        model.addAttribute("view", view);
        model.addAttribute("names", named.people(view));
        model.addAttribute("teams", named.teams(view));
        model.addAttribute("mayExport", access.explain(me.username(), Capability.AUDIT_EXPORT));
        return "audit/case";
    }

    /** The model that ran, for the viewer on the page. */
    @GetMapping(path = "/cases/{number}/instances/{instance}/model", produces = "application/xml;charset=UTF-8")
    @Requires(value = Capability.AUDIT_VIEW, onGame = false)
    @ResponseBody
    String model(@PathVariable String number, @PathVariable String instance, Locale language) {
        return words.in(language, cases.instance(number, instance).model());
    }

    @GetMapping("/cases/{number}/evidence")
    @Requires(value = Capability.AUDIT_EXPORT, onGame = false)
    void evidence(@PathVariable String number, Person me, HttpServletResponse response) throws IOException {
        var file = evidence.export(number, me.username());
        try {
            response.setContentType("application/zip");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + number + ".zip\"");
            response.setContentLengthLong(Files.size(file));
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.delete(file);
        }
    }
}

package io.gatehouse.refunds.web;

import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.gatehouse.access.Capability;
import io.gatehouse.access.Games;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.core.Notice;
import io.gatehouse.refunds.Refunds;

/** The refunds of all games, for those of the superapp who grant and pay them. */
@Controller
@RequestMapping("/refunds")
class RefundsController {

    private final Refunds refunds;
    private final RefundLists lists;
    private final RefundPages pages;
    private final Games games;

    RefundsController(Refunds refunds, RefundLists lists, RefundPages pages, Games games) {
        this.refunds = refunds;
        this.lists = lists;
        this.pages = pages;
        this.games = games;
    }

    @GetMapping
    @Requires(
            value = {Capability.REFUND_DECIDE, Capability.REFUND_PAY},
            onGame = false)
    String list(FilterForm filter, @RequestParam(required = false) @Nullable String after, Model model) {
        lists.fill(model, filter, it -> refunds.listAll(it, after));
        return "refunds/list";
    }

    @GetMapping("/{number}")
    @Requires(
            value = {Capability.REFUND_DECIDE, Capability.REFUND_PAY},
            onGame = false)
    String detail(@PathVariable String number, Model model) {
        var refund = refunds.get(number);
        pages.fill(model, refund, pages.task(refund, false));
        model.addAttribute("of", games.get(refund.game()));
        return "refunds/detail";
    }

    @PostMapping("/{number}/decide")
    @Requires(
            value = {Capability.REFUND_DECIDE, Capability.REFUND_PAY},
            onGame = false)
    String decide(
            Person me,
            @PathVariable String number,
            @RequestParam Map<String, String> submitted,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        var refund = refunds.get(number);
        var errors = pages.answer(refund, false, submitted, me.username());
        if (errors.isEmpty()) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done("refunds.decided", number));
            return "redirect:/refunds/" + number;
        }
        var status = errors.containsKey("") ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
        response.setStatus(status.value());
        model.addAttribute("errors", errors);
        model.addAttribute("values", submitted);
        return detail(number, model);
    }
}

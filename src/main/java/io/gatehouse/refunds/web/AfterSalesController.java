package io.gatehouse.refunds.web;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.access.Game;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.core.Notice;
import io.gatehouse.refunds.Refunds;

/** After-sales records of a game. */
@Controller
@RequestMapping("/virtual-payment/after-sales")
class AfterSalesController {

    private final Refunds refunds;
    private final RefundLists lists;
    private final RefundPages pages;
    private final Access access;

    AfterSalesController(Refunds refunds, RefundLists lists, RefundPages pages, Access access) {
        this.refunds = refunds;
        this.lists = lists;
        this.pages = pages;
        this.access = access;
    }

    @GetMapping
    @Requires(Capability.AFTERSALES_VIEW)
    String list(
            Game game,
            Person me,
            FilterForm filter,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        lists.fill(model, filter, it -> refunds.list(game.appId(), it, after));
        model.addAttribute("game", game);
        model.addAttribute("export", access.explain(me.username(), Capability.AFTERSALES_EXPORT, game.appId()));
        return "refunds/list";
    }

    @GetMapping("/{number}")
    @Requires(Capability.AFTERSALES_VIEW)
    String detail(Game game, Person me, @PathVariable String number, Model model) {
        var refund = refunds.get(game.appId(), number);
        pages.fill(model, refund, pages.task(refund, true));
        model.addAttribute("game", game);
        model.addAttribute("answer", access.explain(me.username(), Capability.REFUND_ANSWER, game.appId()));
        return "refunds/detail";
    }

    @PostMapping("/{number}/answer")
    @Requires(Capability.REFUND_ANSWER)
    String answer(
            Game game,
            Person me,
            @PathVariable String number,
            @RequestParam Map<String, String> submitted,
            Model model,
            RedirectAttributes redirect) {
        var refund = refunds.get(game.appId(), number);
        var errors = pages.answer(refund, true, submitted, me.username());
        if (errors.isEmpty()) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done("refunds.answered", number));
            return "redirect:/virtual-payment/after-sales/" + number;
        }
        model.addAttribute("errors", errors);
        model.addAttribute("values", submitted);
        return detail(game, me, number, model);
    }
}

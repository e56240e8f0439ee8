package io.gatehouse.enablement.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;
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
import io.gatehouse.core.Refusal;
import io.gatehouse.core.Sentences;
import io.gatehouse.enablement.Enablements;
import io.gatehouse.enablement.Precondition;
import io.gatehouse.enablement.ReadinessCheck;
import io.gatehouse.workflow.Forms;
import io.gatehouse.workflow.TypedFields;

/** Enable payment: ask, see where the request stands, and, once enabled, what is left to do. */
@Controller
@RequestMapping("/virtual-payment/enablement")
class EnablementController {

    private static final String FORM = "request-enablement";

    private final Enablements enablements;
    private final Forms forms;
    private final Access access;
    private final Sentences sentences;
    private final ObjectProvider<ReadinessCheck> readiness;

    EnablementController(
            Enablements enablements,
            Forms forms,
            Access access,
            Sentences sentences,
            ObjectProvider<ReadinessCheck> readiness) {
        this.enablements = enablements;
        this.forms = forms;
        this.access = access;
        this.sentences = sentences;
        this.readiness = readiness;
    }

    @GetMapping
    @Requires(Capability.ENABLEMENT_VIEW)
    String show(Game game, Person me, Model model) {
        model.addAttribute("game", game);
        model.addAttribute("me", me);
        model.addAttribute("status", enablements.status(game.appId()));
        model.addAttribute("preconditions", Precondition.values());
        model.addAttribute("form", forms.get(FORM));
        model.addAttribute("mayRequest", access.explain(me.username(), Capability.ENABLEMENT_REQUEST, game.appId()));
        model.addAttribute("mayDisable", access.explain(me.username(), Capability.ENABLEMENT_DISABLE, game.appId()));
        model.addAttribute("readiness", readiness(game));
        return "enablement/enablement";
    }

    @PostMapping
    @Requires(Capability.ENABLEMENT_REQUEST)
    String request(
            Game game, Person me, @RequestParam Map<String, String> typed, Model model, RedirectAttributes redirect) {
        try {
            var values = forms.check(FORM, TypedFields.of(typed));
            var request = enablements.request(game.appId(), (String) values.get("message"), me.username());
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done("request.sent.short", request.number()));
            return "redirect:/virtual-payment/enablement";
        } catch (Refusal e) {
            model.addAttribute("values", typed);
            model.addAttribute("errors", sentences.byField(e));
            model.addAttribute(Notice.ATTRIBUTE, Notice.refused(e));
            return show(game, me, model);
        }
    }

    @PostMapping("/{number}/withdrawal")
    @Requires(Capability.ENABLEMENT_REQUEST)
    String withdraw(Game game, Person me, @PathVariable String number, RedirectAttributes redirect) {
        enablements.withdraw(game.appId(), number, me.username());
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done("request.withdrawn", number));
        return "redirect:/virtual-payment/enablement";
    }

    @PostMapping("/disabling")
    @Requires(Capability.ENABLEMENT_DISABLE)
    String disable(Game game, Person me, @RequestParam String reason, RedirectAttributes redirect) {
        enablements.disable(game.appId(), reason, me.username());
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done("enablement.disabled.done"));
        return "redirect:/virtual-payment/enablement";
    }

    private List<Line> readiness(Game game) {
        return readiness.stream()
                .sorted(Comparator.comparingInt(ReadinessCheck::order))
                .map(it -> new Line(it.key(), it.done(game.appId()), it.link()))
                .toList();
    }

    record Line(String key, boolean done, String link) {}
}
